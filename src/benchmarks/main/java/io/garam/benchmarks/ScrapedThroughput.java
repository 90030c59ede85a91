package io.garam.benchmarks;

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

/** How fast a tagger works off a backlog while its metrics are read every second. */
final class ScrapedThroughput {

  private ScrapedThroughput() {}

  /** Tags all of it and returns events in a second, from the first one on. */
  static double measure(Backlog backlog, Path model) throws Exception {
    Map<String, Object> settings = backlog.settings(model);
    settings.put(GaramConfig.MANAGEMENT_LISTENER, "127.0.0.1:0");
    GaramConfig config = GaramConfig.of(settings);
    ScheduledExecutorService scraper = Executors.newSingleThreadScheduledExecutor();
    try (ManagementPort port = ManagementPort.open(config).orElseThrow();
        Tagger tagger = Tagger.start(config, port.registry())) {
      URI metrics = URI.create(port.address() + "/metrics");
      var unused = scraper.scheduleAtFixedRate(() -> scrape(metrics), 0, 1, TimeUnit.SECONDS);
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
