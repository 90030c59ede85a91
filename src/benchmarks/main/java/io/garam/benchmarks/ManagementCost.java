package io.garam.benchmarks;

import io.garam.app.broker.EmbeddedBroker;
import io.garam.streams.Tagger;
import io.garam.streams.config.GaramConfig;
import io.garam.web.management.ManagementPort;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What the management port costs a tagger that works off a backlog, with the metrics read every
 * second: exactly-once, two threads, four partitions, the broker in the same JVM.
 */
public final class ManagementCost {

  private static final int EVENTS = 300_000;
  private static final int DIALOGUES = 97;

  private static final int PERIOD_MS = 1_000;

  /** So often that what writes the metrics is compiled, as it is once a tagger has run a while. */
  private static final int WARM_UP_PERIOD_MS = 10;

  private ManagementCost() {}

  /**
   * Measures with the port and without.
   *
   * @param args the model bundle to measure with
   */
  public static void main(String[] args) throws Exception {
    Path model = Path.of(args[0]);
    try (EmbeddedBroker broker = EmbeddedBroker.startTemporary()) {
      Backlog backlog = Backlog.fill(broker.bootstrapServers(), EVENTS, DIALOGUES);
      var unused = watched(backlog, model, WARM_UP_PERIOD_MS);
      new Medians()
          .variant("no management port", () -> backlog.rate(backlog.settings(model)))
          .variant("metrics read every second", () -> watched(backlog, model, PERIOD_MS))
          .printWithProcessorTime("Tagger on an embedded broker, events:", EVENTS);
    }
  }

  private static double watched(Backlog backlog, Path model, int periodMs) throws Exception {
    Map<String, Object> settings = backlog.settings(model);
    settings.put(GaramConfig.MANAGEMENT_LISTENER, "127.0.0.1:0");
    GaramConfig config = GaramConfig.of(settings);
    ScheduledExecutorService scraper = Executors.newSingleThreadScheduledExecutor();
    try (ManagementPort port = ManagementPort.open(config).orElseThrow();
        Tagger tagger = Tagger.start(config, port.registry())) {
      URI metrics = URI.create(port.address() + "/metrics");
      var unused =
          scraper.scheduleAtFixedRate(() -> scrape(metrics), 0, periodMs, TimeUnit.MILLISECONDS);
      return backlog.rate(tagger);
    } finally {
      scraper.shutdownNow();
    }
  }

  private static void scrape(URI metrics) {
    try (var page = metrics.toURL().openStream()) {
      page.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("the metrics are not there", e);
    }
  }
}
