package io.garam.streams.replay.range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import io.garam.streams.client.OffsetRange;
import io.garam.streams.replay.range.Position.Offsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Offsets by partition, from their text to what they mean for a topic. */
class NamedOffsetsTest {

  private static final List<OffsetRange> WHOLE =
      List.of(
          new OffsetRange(new TopicPartition("t", 0), 10, 20),
          new OffsetRange(new TopicPartition("t", 1), 5, 5));

  private final List<String> notices = new ArrayList<>();

  private List<Long> from(Map<Integer, Long> offsets) {
    return new NamedOffsets("--from", new Offsets(offsets), notices::add)
        .in(WHOLE, OffsetRange::from);
  }

  @Test
  void aPartitionThatIsNotNamedHasTheOtherOffset() {
    assertThat(from(Map.of(0, 12L))).containsExactly(12L, 5L);
    assertThat(
            new NamedOffsets("--to", new Offsets(Map.of(1, 5L)), notices::add)
                .in(WHOLE, OffsetRange::to))
        .containsExactly(20L, 5L);
    assertThat(notices).isEmpty();
  }

  @Test
  void bothEndsOfWhatTheTopicHoldsAreNoSurprise() {
    assertThat(from(Map.of(0, 10L))).containsExactly(10L, 5L);
    assertThat(from(Map.of(0, 20L))).containsExactly(20L, 5L);
    assertThat(notices).isEmpty();
  }

  @Test
  void anOffsetThatIsNotThereIsNoticedAndLeftAsItIs() {
    assertThat(from(Map.of(0, 9L, 1, 6L))).containsExactly(9L, 6L);
    assertThat(notices)
        .containsExactly(
            "--from asks for offset 9 of partition 0, but the topic holds 10 to 20; the replay goes"
                + " as far as that.",
            "--from asks for offset 6 of partition 1, but the topic holds 5 to 5; the replay goes"
                + " as far as that.");
  }

  @Test
  void aPartitionThatTheTopicDoesNotHaveIsRefusedBeforeAnythingIsNoticed() {
    assertThatThrownBy(() -> from(Map.of(0, 9L, 2, 0L)))
        .isInstanceOf(GaramException.class)
        .hasMessage(
            "Expected --from to name partitions of t, which has 2 (from 0), but found 2; correct"
                + " it.");
    assertThat(notices).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0:0, 0, 0",
    "00:007, 0, 7",
    "2147483647:9223372036854775807, 2147483647, 9223372036854775807",
  })
  void aPartitionIsAnIntAndAnOffsetALong(String text, int partition, long offset) {
    assertThat(text).matches(OffsetsParser.FORM);
    assertThat(OffsetsParser.parse(text)).isEqualTo(new Offsets(Map.of(partition, offset)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2147483648:0", "0:9223372036854775808"})
  void aNumberThatIsOneTooLargeIsRefused(String text) {
    assertThatThrownBy(() -> OffsetsParser.parse("1:1," + text))
        .isInstanceOf(GaramException.class)
        .hasMessage(
            "Expected partition:offset, but the numbers of %s are too large; correct them.", text);
  }

  @Test
  void aPartitionThatIsSpeltInTwoWaysIsStillThereTwice() {
    assertThatThrownBy(() -> OffsetsParser.parse("1:5,01:5"))
        .isInstanceOf(GaramException.class)
        .hasMessage(
            "Expected one offset for each partition, but found two for partition 01; leave one"
                + " out.");
  }

  @Test
  void partitionsAreInOrderHoweverTheyWereNamed() {
    assertThat(OffsetsParser.parse("10:1,9:2,0:3").byPartition())
        .containsExactly(Map.entry(0, 3L), Map.entry(9, 2L), Map.entry(10, 1L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0", "0:", ":1", "0:1,", ",0:1", "0:1, 1:2", "-1:0", "0:-1", "0:1;1:2"})
  void theFormHasNothingButDigitsColonsAndCommas(String text) {
    assertThat(text).doesNotMatch(OffsetsParser.FORM);
  }
}
