package io.garam.streams.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class TaggerClientsTest {

  /** A batch larger than a segment is refused, and a good event in it was taken for the culprit. */
  @Test
  void aProducersBatchesFitTheSegmentsOfAllTopics() {
    assertThat(TaggerClients.withBatchesBelow(1_048_576, Map.of("batch.size", "2000000")))
        .isEqualTo(Map.of("batch.size", 1_048_576));
    assertThat(TaggerClients.withBatchesBelow(1_048_576, Map.of("batch.size", 65_536)))
        .isEqualTo(Map.of("batch.size", 65_536));
    assertThat(TaggerClients.withBatchesBelow(1_048_576, Map.of()))
        .isEqualTo(Map.of("batch.size", 16_384));
    assertThat(TaggerClients.withBatchesBelow(1000, Map.of()))
        .isEqualTo(Map.of("batch.size", 1000));
  }

  /** It stopped the tagger at whatever event came. */
  @Test
  void aProducersBatchesFitItsMemory() {
    assertThat(
            TaggerClients.withBatchesBelow(
                Integer.MAX_VALUE, Map.of("batch.size", "100000", "buffer.memory", "50000")))
        .containsEntry("batch.size", 50_000);
  }
}
