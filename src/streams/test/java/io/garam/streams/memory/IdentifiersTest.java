package io.garam.streams.memory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

class IdentifiersTest {

  @Test
  void aDialogueIsCalledByTheKeyOfItsRecords() {
    assertThat(Identifiers.dialogue("d1".getBytes(UTF_8)))
        .isEqualTo(Bytes.wrap("d1".getBytes(UTF_8)));
    assertThat(Identifiers.dialogue(new byte[0])).isEqualTo(Bytes.wrap(new byte[0]));
    assertThat(Identifiers.dialogue(null)).as("no key, no dialogue").isNull();
  }

  @Test
  void aKeyBeyondTheLongestIsCalledByItsDigest() throws Exception {
    byte[] longest = new byte[256];
    byte[] longer = new byte[257];
    assertThat(Identifiers.dialogue(longest)).isEqualTo(Bytes.wrap(longest));
    assertThat(Identifiers.dialogue(longer))
        .isEqualTo(Bytes.wrap(MessageDigest.getInstance("SHA-256").digest(longer)));
    longer[256] = 1;
    assertThat(Identifiers.dialogue(longer)).isNotEqualTo(Identifiers.dialogue(new byte[257]));
  }

  /** The test vectors of the FNV draft (64 bits, FNV-1a): of "", "a" and "foobar". */
  @Test
  void anUtteranceIsCalledByTheHashOfItsId() {
    assertThat(Identifiers.utterance("")).isEqualTo(0xcbf29ce484222325L);
    assertThat(Identifiers.utterance("a")).isEqualTo(0xaf63dc4c8601ec8cL);
    assertThat(Identifiers.utterance("foobar")).isEqualTo(0x85944171f73967e8L);
    assertThat(Identifiers.utterance(null)).isNull();
  }

  @Test
  void idsThatDifferByOneCharacterAreApart() {
    Set<Long> hashes = new HashSet<>();
    for (int i = 0; i < 100_000; i++) {
      hashes.add(Identifiers.utterance("utterance-" + i));
    }
    assertThat(hashes).hasSize(100_000);
    assertThat(Identifiers.utterance("가")).isNotEqualTo(Identifiers.utterance("각"));
    assertThat(Identifiers.utterance("\ud83d\ude00"))
        .isNotEqualTo(Identifiers.utterance("\ud83d\ude01"));
    assertThat(Identifiers.utterance("ab")).isNotEqualTo(Identifiers.utterance("ba"));
  }
}
