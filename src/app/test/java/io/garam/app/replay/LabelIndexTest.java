package io.garam.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.streams.event.SourcePosition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class LabelIndexTest {

  private static SourcePosition place(int partition, long offset) {
    return new SourcePosition(new TopicPartition("utterances", partition), offset);
  }

  @Test
  void labelsAreFoundInWhateverOrderTheyCame() {
    List<Long> offsets = new ArrayList<>();
    for (long offset = 0; offset < 5_000; offset++) {
      offsets.add(3 * offset);
    }
    Collections.shuffle(offsets, new Random(1));
    LabelIndex labels = new LabelIndex();
    offsets.forEach(offset -> labels.put(place(1, offset), "label " + offset % 7));
    for (long offset : offsets) {
      assertThat(labels.get(place(1, offset))).isEqualTo("label " + offset % 7);
      assertThat(labels.get(place(1, offset + 1))).isNull();
      assertThat(labels.get(place(0, offset))).isNull();
    }
  }

  @Test
  void moreMayComeAfterAQuestion() {
    LabelIndex labels = new LabelIndex();
    labels.put(place(0, 1L << 40), "far");
    assertThat(labels.get(place(0, 1L << 40))).isEqualTo("far");
    labels.put(place(0, 2), "near");
    assertThat(labels.get(place(0, 2))).isEqualTo("near");
    assertThat(labels.get(place(0, 1L << 40))).isEqualTo("far");
  }
}
