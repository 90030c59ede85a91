package io.garam.streams.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.streams.client.OffsetRange;
import io.garam.streams.replay.ReplayPass.Progress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ReplayPassTest {

  private static final TopicPartition FIRST = new TopicPartition("utterances", 0);
  private static final TopicPartition SECOND = new TopicPartition("utterances", 1);
  private static final List<OffsetRange> RANGES =
      List.of(new OffsetRange(FIRST, 10, 30), new OffsetRange(SECOND, 0, 5));

  private final Map<TopicPartition, Long> committed = new HashMap<>();

  private ReplayPass pass() {
    return new ReplayPass(RANGES, () -> committed, ranges -> ranges, null);
  }

  @Test
  void progressIsWhatTheGroupHasCommittedWithinTheRanges() throws Exception {
    try (ReplayPass pass = pass()) {
      assertThat(pass.progress()).isEqualTo(new Progress(0, 25));
      committed.put(FIRST, 17L);
      committed.put(SECOND, 2L);
      assertThat(pass.progress()).isEqualTo(new Progress(9, 25));
      assertThat(pass.progress().isComplete()).isFalse();
    }
  }

  @Test
  void whatIsCommittedBeyondTheEndDoesNotCount() throws Exception {
    committed.put(FIRST, 1_000L);
    committed.put(SECOND, 5L);
    try (ReplayPass pass = pass()) {
      assertThat(pass.progress()).isEqualTo(new Progress(25, 25));
      assertThat(pass.progress().isComplete()).isTrue();
    }
  }
}
