package io.garam.streams.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.dialogue.DialogueMemory;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DialogueEntrySerdeTest {

  private final DialogueEntrySerde serde = new DialogueEntrySerde();

  static Stream<DialogueEntry> entries() {
    float[] numbers = {0, -0f, 1e-42f, Float.MAX_VALUE, -Float.MAX_VALUE, 0.1f};
    return Stream.of(
        new DialogueEntry("d", new DialogueMemory(0, null, new float[0]), -1, List.of()),
        new DialogueEntry(
            "0123456789abcdef",
            new DialogueMemory(1_000_000, "상담원", numbers),
            1_700_000_000_000L,
            List.of(Long.MIN_VALUE, -1L, 0L, 1L, 2L, 3L, 4L, Long.MAX_VALUE)),
        new DialogueEntry(
            "", new DialogueMemory(1, "가".repeat(256), new float[1024]), 0, List.of(1L)),
        new DialogueEntry("d", new DialogueMemory(1, "", new float[1]), 0, List.of()));
  }

  @ParameterizedTest
  @MethodSource("entries")
  void anEntryComesBackBitByBit(DialogueEntry entry) {
    DialogueEntry back =
        serde.deserializer().deserialize("t", serde.serializer().serialize("t", entry));
    assertThat(back.memory().isSameAs(entry.memory())).isTrue();
    assertThat(back).usingRecursiveComparison().withStrictTypeChecking().isEqualTo(entry);
  }

  @Test
  void nothingStaysNothing() {
    assertThat(serde.serializer().serialize("t", null)).isNull();
    assertThat(serde.deserializer().deserialize("t", null)).isNull();
  }

  @Test
  void ofAnotherVersionsEntryTheTimeIsKnownAndThatItIsOfNoModelHere() {
    byte[] bytes =
        serde
            .serializer()
            .serialize(
                "t",
                new DialogueEntry(
                    "d", new DialogueMemory(3, "user", new float[8]), 1234, List.of(5L)));
    bytes[0]++;
    DialogueEntry found = serde.deserializer().deserialize("t", bytes);
    assertThat(found.time()).isEqualTo(1234);
    assertThat(found.model()).isEmpty();
    assertThat(found.has(5L)).isFalse();
  }

  static Stream<DialogueMemory> hostileMemories() {
    return Stream.of(
        new DialogueMemory(3, "user", new float[] {0, Float.NaN}),
        new DialogueMemory(3, "user", new float[] {Float.POSITIVE_INFINITY, 0}),
        new DialogueMemory(-3, "user", new float[] {0, 0}));
  }

  @ParameterizedTest
  @MethodSource("hostileMemories")
  void whatNoModelRemembersIsOfNoModelHere(DialogueMemory memory) {
    byte[] bytes =
        serde.serializer().serialize("t", new DialogueEntry("d", memory, 1234, List.of()));
    assertThat(serde.deserializer().deserialize("t", bytes).model()).isEmpty();
  }

  @Test
  void anEntryIsSmallAndHasABound() {
    DialogueMemory largest = new DialogueMemory(1, "가".repeat(256), new float[64]);
    DialogueEntry entry =
        new DialogueEntry("0123456789abcdef", largest, 0, List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L));
    assertThat(serde.serializer().serialize("t", entry)).hasSizeLessThan(1200);
    assertThat(Identifiers.dialogue(new byte[1_000_000]).get()).hasSizeLessThanOrEqualTo(256);
    assertThat(Identifiers.dialogue(new byte[1_000_000]))
        .isEqualTo(Identifiers.dialogue(new byte[1_000_000]))
        .isNotEqualTo(Identifiers.dialogue(new byte[1_000_001]));
  }
}
