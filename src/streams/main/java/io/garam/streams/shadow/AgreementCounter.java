package io.garam.streams.shadow;

import io.garam.streams.shadow.Agreement.OfLabel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** Counter of how often a shadow agrees. Safe for many threads. */
final class AgreementCounter {

  private final Map<String, LabelCounter> byLabel = new ConcurrentHashMap<>();
  private final LongAdder skipped = new LongAdder();
  private final LongAdder failed = new LongAdder();

  private record LabelCounter(LongAdder compared, LongAdder agreed) {

    LabelCounter() {
      this(new LongAdder(), new LongAdder());
    }
  }

  /**
   * Notes two answers.
   *
   * @param label the other model's
   */
  void compared(String label, boolean agreed) {
    LabelCounter counter = byLabel.computeIfAbsent(label, one -> new LabelCounter());
    counter.compared.increment();
    if (agreed) {
      counter.agreed.increment();
    }
  }

  void skipped() {
    skipped.increment();
  }

  void failed(int events) {
    failed.add(events);
  }

  Agreement agreement() {
    Map<String, OfLabel> labels =
        byLabel.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    one ->
                        new OfLabel(one.getValue().compared.sum(), one.getValue().agreed.sum())));
    return new Agreement(
        labels.values().stream().mapToLong(OfLabel::compared).sum(),
        labels.values().stream().mapToLong(OfLabel::agreed).sum(),
        skipped.sum(),
        failed.sum(),
        labels);
  }
}
