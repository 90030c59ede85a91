package io.garam.nlu.bundle;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FileDigestTest {

  /** From FIPS 180-2, appendix B, and its test of nothing. */
  @ParameterizedTest
  @CsvSource({
    "'', e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "abc, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq,"
        + " 248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
  })
  void digestsAreThosePublishedForSha256(String content, String sha256) {
    assertThat(FileDigest.of(content.getBytes(US_ASCII)))
        .isEqualTo(new FileDigest(content.length(), sha256));
  }

  @Test
  void aDigestIsReadAsItsSizeAndItsDigits() {
    assertThat(new FileDigest(3, "ba78")).hasToString("3 bytes with SHA-256 ba78");
  }

  @Test
  void networksAreAsLargeAsBothTogether() {
    assertThat(new Networks(new byte[5], null, null).bytes()).isEqualTo(5);
    assertThat(new Networks(new byte[5], new byte[3], new byte[7]).bytes()).isEqualTo(15);
  }
}
