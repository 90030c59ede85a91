package io.garam.benchmarks.switching;

import io.garam.app.broker.EmbeddedBroker;
import io.garam.benchmarks.Backlog;
import io.garam.benchmarks.Median;
import io.garam.nlu.bundle.ModelBundle;
import io.garam.nlu.bundle.ModelSpec;
import io.garam.nlu.decision.Decision;
import io.garam.streams.Tagger;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.registry.PushedBundle;
import io.garam.streams.registry.RegistryReader;
import io.garam.streams.registry.RegistryTopic;
import io.garam.streams.registry.RegistryWriter;
import io.garam.streams.registry.StatusTopic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a switch of models costs a tagger that works off a backlog with all its might, for some half
 * a minute: exactly-once, two threads, four partitions, the broker in the same JVM. The next model
 * is the same but for its digest, so that the work stays the same.
 */
public final class SwitchCost {

  private static final int EVENTS = 2_400_000;
  private static final int DIALOGUES = 97;
  private static final int ROUNDS = 3;
  private static final String NAME = "bench";
  private static final double OTHER_THRESHOLD = 1e-9;
  private static final int WINDOW_SECONDS = 10;

  private final Backlog backlog;
  private final Path work;
  private final GaramConfig registry;
  private final List<PushedBundle> models = new ArrayList<>();
  private int activated;

  /**
   * A run.
   *
   * @param rate events in a second, over all of it
   * @param gapMillis the longest time between two outputs of a partition, in the ten seconds from
   *     the middle on
   */
  private record Run(double rate, double gapMillis) {}

  private SwitchCost(Backlog backlog, String bootstrapServers, Path work) {
    this.backlog = backlog;
    this.work = work;
    this.registry =
        GaramConfig.of(Map.of("bootstrap.servers", bootstrapServers, GaramConfig.MODEL, "none"));
  }

  /**
   * Measures and prints each round and the medians.
   *
   * @param args the model bundle to measure with
   */
  public static void main(String[] args) throws Exception {
    Path work = Files.createTempDirectory("garam-switch-cost-");
    try (EmbeddedBroker broker = EmbeddedBroker.startTemporary()) {
      Backlog backlog = Backlog.fill(broker.bootstrapServers(), EVENTS, DIALOGUES);
      SwitchCost cost = new SwitchCost(backlog, broker.bootstrapServers(), work);
      cost.push(Path.of(args[0]));
      cost.measure();
    }
  }

  private void push(Path model) {
    RegistryTopic.of(registry).create();
    StatusTopic.of(registry).create();
    Path other = work.resolve("other");
    ModelBundle bundle = ModelBundle.read(model);
    ModelSpec spec = bundle.spec();
    Decision decision = spec.decision();
    ModelBundle.write(
        other,
        new ModelSpec(
            spec.format(),
            spec.name(),
            spec.version(),
            spec.words(),
            spec.characters(),
            spec.dialogue(),
            spec.cascade(),
            new Decision(
                decision.labels(), decision.temperature(), decision.exponent(), OTHER_THRESHOLD),
            spec.unknownLabel(),
            spec.files(),
            spec.provenance()),
        bundle.networks(),
        bundle.vocabulary(),
        bundle.golden(),
        "");
    try (RegistryWriter writer = RegistryWriter.open(RegistryTopic.of(registry))) {
      for (Path folder : List.of(model, other)) {
        models.add(writer.push(ModelBundle.read(folder), NAME, chunks -> {}));
      }
    }
    activateNext();
  }

  private void activateNext() {
    RegistryTopic topic = RegistryTopic.of(registry);
    try (RegistryWriter writer = RegistryWriter.open(topic)) {
      activated++;
      writer.activate(
          RegistryReader.read(topic), models.get(activated % models.size()), "To measure it.");
    }
  }

  private void measure() throws Exception {
    List<Double> ratios = new ArrayList<>();
    List<Double> gaps = new ArrayList<>();
    List<Double> usual = new ArrayList<>();
    for (int round = 0; round <= ROUNDS; round++) {
      Run without = run(() -> {});
      Run with = run(this::activateNext);
      String which = round == 0 ? "warm-up" : "round " + round;
      print(
          "%s: %.0f events a second without a switch, %.0f with; longest gap %.0f and %.0f ms",
          which, without.rate(), with.rate(), without.gapMillis(), with.gapMillis());
      if (round > 0) {
        ratios.add(with.rate() / without.rate());
        usual.add(without.gapMillis());
        gaps.add(with.gapMillis());
      }
    }
    print(
        "median: %.3f times the rate with a switch in it; longest gap %.0f ms without, %.0f with",
        Median.of(ratios), Median.of(usual), Median.of(gaps));
  }

  private Run run(Runnable inTheMiddle) throws Exception {
    Map<String, Object> settings = backlog.settings("topic:" + NAME);
    settings.put("state.dir", work.resolve("state").toString());
    OutputGaps gaps = new OutputGaps();
    try (Tagger tagger = Tagger.start(GaramConfig.of(settings), new SimpleMeterRegistry(), gaps)) {
      Backlog.await(tagger, 1);
      long start = System.nanoTime();
      Backlog.await(tagger, EVENTS / 2);
      gaps.watch();
      inTheMiddle.run();
      TimeUnit.SECONDS.sleep(WINDOW_SECONDS);
      double longest = gaps.longestMillis();
      Backlog.await(tagger, EVENTS);
      return new Run(EVENTS * 1e9 / (System.nanoTime() - start), longest);
    }
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
