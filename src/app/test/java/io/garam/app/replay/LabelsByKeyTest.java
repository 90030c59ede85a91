package io.garam.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LabelsByKeyTest {

  private final LabelsByKey labels = new LabelsByKey();

  @Test
  void labelsComeAndGoAsInAMap() {
    Map<UtteranceKey, String> expected = new HashMap<>();
    Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      UtteranceKey name = name(random.nextInt(5_000));
      if (random.nextInt(4) == 0) {
        labels.remove(name);
        expected.remove(name);
      } else {
        String label = "label " + random.nextInt(70_000);
        labels.put(name, label);
        expected.put(name, label);
      }
    }
    for (int i = 0; i < 6_000; i++) {
      assertThat(labels.get(name(i))).isEqualTo(expected.get(name(i)));
    }
  }

  private static UtteranceKey name(int i) {
    return new UtteranceKey(i % 10 == 0 ? null : Long.valueOf(i / 10), i % 13);
  }

  @Test
  void noDialogueIsNotTheDialogueOfAnyNumber() {
    labels.put(new UtteranceKey(null, 7), "any");

    assertThat(labels.get(new UtteranceKey(null, 7))).isEqualTo("any");
    for (long dialogue : new long[] {0, -1, 1, 7, Long.MIN_VALUE, Long.MAX_VALUE}) {
      assertThat(labels.get(new UtteranceKey(dialogue, 7))).isNull();
    }
  }

  /** Issue 12: an utterance took a hundred bytes, and there may be ten million of them, twice. */
  @Test
  void anUtteranceTakesFewBytes() {
    int utterances = 300_000;
    long before = heap();
    for (int i = 0; i < utterances; i++) {
      labels.put(new UtteranceKey((long) i / 10, i % 10), "label " + i % 150);
    }
    double bytes = (double) (heap() - before) / utterances;

    assertThat(labels.get(new UtteranceKey(0L, 0))).isEqualTo("label 0");
    assertThat(bytes).isLessThan(33);
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
