package io.garam.benchmarks;

import io.garam.app.broker.EmbeddedBroker;
import io.garam.streams.Tagger;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.config.ShadowKeys;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a shadow costs a tagger that works off a backlog on cores that both share, the shadow's
 * model the same: exactly-once, two threads, four partitions, the broker in the same JVM. The
 * shadow falls behind then; how much it compared is said.
 */
public final class ShadowCost {

  private static final int EVENTS = 300_000;
  private static final int DIALOGUES = 97;

  private ShadowCost() {}

  /**
   * Measures with a shadow and without.
   *
   * @param args the model bundle to measure with
   */
  public static void main(String[] args) throws Exception {
    Path model = Path.of(args[0]);
    try (EmbeddedBroker broker = EmbeddedBroker.startTemporary()) {
      Backlog backlog = Backlog.fill(broker.bootstrapServers(), EVENTS, DIALOGUES);
      List<Double> compared = new ArrayList<>();
      new Medians()
          .variant("no shadow", () -> backlog.rate(backlog.settings(model)))
          .variant("a shadow", () -> shadowed(backlog, model, compared))
          .printWithProcessorTime("Tagger on an embedded broker, events:", EVENTS);
      System.out.println(
          String.format(
              Locale.ROOT,
              "The shadow compared %.0f %% of the events (median of the rounds).",
              100 * Median.of(compared) / EVENTS));
    }
  }

  private static double shadowed(Backlog backlog, Path model, List<Double> compared)
      throws Exception {
    Map<String, Object> settings = backlog.settings(model);
    settings.put(ShadowKeys.MODEL, model.toString());
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    try (Tagger tagger = Tagger.start(GaramConfig.of(settings), registry)) {
      double rate = backlog.rate(tagger);
      compared.add(
          registry.find("garam.shadow.compared.events").functionCounters().stream()
              .mapToDouble(counter -> counter.count())
              .sum());
      return rate;
    }
  }
}
