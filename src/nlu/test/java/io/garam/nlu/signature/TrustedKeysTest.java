package io.garam.nlu.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrustedKeysTest {

  /** Written by `openssl genpkey -algorithm ed25519`, and its public half by `-pubout`. */
  private static final String OPENSSL_PRIVATE =
      """
      -----BEGIN PRIVATE KEY-----
      MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
      -----END PRIVATE KEY-----
      """;

  /** The key pair and the signature of nothing of RFC 8032, 7.1, test 1. */
  private static final String RFC_8032_SIGNATURE =
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
          + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b";

  @TempDir private Path folder;

  private Path write(String name, String content) throws Exception {
    return Files.writeString(folder.resolve(name), content);
  }

  private void assertRefused(Path path, String found) {
    assertThatThrownBy(() -> TrustedKeys.read(List.of(path)))
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith("Expected ")
        .hasMessageContaining(found)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void aSignatureIsThatOfTheStandard() throws Exception {
    Path key = write("rfc.pem", OPENSSL_PRIVATE);
    assertThat(SigningKey.read(key).sign(new byte[0]))
        .isEqualTo(HexFormat.of().parseHex(RFC_8032_SIGNATURE));
  }

  @Test
  void whatAKeySignedOnlyItsPublicHalfVerifies() throws Exception {
    SigningKey.Pair mine = SigningKey.Pair.generate();
    SigningKey.Pair other = SigningKey.Pair.generate();
    byte[] content = "content".getBytes(UTF_8);
    byte[] signature = SigningKey.read(write("mine", mine.privateKey())).sign(content);
    TrustedKeys keys = TrustedKeys.read(List.of(write("mine.pem", mine.publicKey())));
    assertThat(keys.areGiven()).isTrue();
    assertThat(keys.haveSigned(content, signature)).isTrue();
    assertThat(keys.haveSigned("contents".getBytes(UTF_8), signature)).isFalse();
    assertThat(keys.haveSigned(content, new byte[64])).isFalse();
    assertThat(keys.haveSigned(content, new byte[0])).isFalse();
    assertThat(keys.haveSigned(content, new byte[10_000])).isFalse();
    assertThat(
            TrustedKeys.read(List.of(write("other.pem", other.publicKey())))
                .haveSigned(content, signature))
        .isFalse();
    assertThat(TrustedKeys.read(List.of(folder)).haveSigned(content, signature))
        .as("a folder has all its keys that end in .pem")
        .isTrue();
  }

  @Test
  void noKeysAreNone() {
    assertThat(TrustedKeys.read(List.of())).isEqualTo(TrustedKeys.NONE);
    assertThat(TrustedKeys.NONE.areGiven()).isFalse();
  }

  @Test
  void aFolderWithoutKeysDoesNotTrustAllTheWorld() throws Exception {
    write("notes.txt", "");
    assertRefused(folder, "no file in it ends in .pem");
  }

  @Test
  void whatIsNoPublicKeyIsRefused() throws Exception {
    SigningKey.Pair pair = SigningKey.Pair.generate();
    assertRefused(folder.resolve("none"), "there is no such file");
    assertRefused(write("a.pem", pair.privateKey()), "it holds PRIVATE KEY");
    assertRefused(write("b.pem", ""), "it does not hold one key");
    assertRefused(write("c.pem", pair.publicKey().substring(0, 60)), "it does not hold one key");
    assertRefused(
        write("d.pem", pair.publicKey().replaceFirst("(?m)^MC.{8}", "MC")), "damaged key");
    assertRefused(write("e.pem", pair.publicKey() + pair.publicKey()), "it does not hold one key");
    String rsa =
        PemFile.text(
            PemFile.PUBLIC,
            KeyPairGenerator.getInstance("RSA").generateKeyPair().getPublic().getEncoded());
    assertRefused(write("f.pem", rsa), "one of another kind");
    String ed448 =
        PemFile.text(
            PemFile.PUBLIC,
            KeyPairGenerator.getInstance("Ed448").generateKeyPair().getPublic().getEncoded());
    assertRefused(write("g.pem", ed448), "one of another kind");
    Path large = folder.resolve("h.pem");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(1L << 30);
    }
    assertRefused(large, "it is larger than 65536 bytes");
  }

  @Test
  void whatIsNoPrivateKeySignsNothing() throws Exception {
    SigningKey.Pair pair = SigningKey.Pair.generate();
    assertThatThrownBy(() -> SigningKey.read(write("p.pem", pair.publicKey())))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("it holds PUBLIC KEY");
    String rsa =
        PemFile.text(
            PemFile.PRIVATE,
            KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate().getEncoded());
    assertThatThrownBy(() -> SigningKey.read(write("rsa.pem", rsa)))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("one of another kind");
  }

  @Test
  void anEmptyNameIsNotTheWorkingDirectory() {
    assertRefused(Path.of(""), "found an empty name");
  }

  @Test
  void textMayComeBeforeAKeyAndAnEncryptedOneIsNamed() throws Exception {
    SigningKey.Pair pair = SigningKey.Pair.generate();
    assertThat(
            TrustedKeys.read(List.of(write("t.pem", "\uFEFFKey of acme\n" + pair.publicKey())))
                .areGiven())
        .isTrue();
    String encrypted = pair.privateKey().replace("PRIVATE", "ENCRYPTED PRIVATE");
    assertThatThrownBy(() -> SigningKey.read(write("e.pem", encrypted)))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("openssl pkey -in KEY.pem -out PLAIN.pem");
  }

  @Test
  void linesMayEndAsOnWindows() throws Exception {
    SigningKey.Pair pair = SigningKey.Pair.generate();
    assertThat(
            TrustedKeys.read(List.of(write("w.pem", pair.publicKey().replace("\n", "\r\n"))))
                .areGiven())
        .isTrue();
  }
}
