package io.garam.benchmarks.page;

import io.garam.benchmarks.Median;
import io.garam.benchmarks.latency.LatencyReader;
import io.garam.benchmarks.latency.PacedProducer;
import io.garam.benchmarks.load.EventTopic;
import io.garam.benchmarks.load.Texts;
import io.garam.benchmarks.page.BrowserPage.Frames;
import io.garam.benchmarks.pipeline.BrokerProcess;
import io.garam.benchmarks.pipeline.ComparedPipeline;
import io.garam.benchmarks.pipeline.JavaCommand;
import io.garam.benchmarks.pipeline.Launcher;
import io.garam.benchmarks.pipeline.PipelineKind;
import io.garam.benchmarks.pipeline.PipelineProcess;
import io.garam.nlu.GaramException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the live page costs the tagger that it shows: processor time of {@code garam run} at 5,000
 * events a second, with two pages read from elsewhere and with none, in turn; then how two pages
 * fare in Chromium on this machine for a minute.
 */
public final class LivePageCost {

  private static final int RATE = 5_000;
  private static final int WARM_UP_SECONDS = 45;
  private static final int ROUNDS = 5;
  private static final int ROUND_SECONDS = 12;
  private static final int BROWSER_SECONDS = 60;

  /** For a page to be drawn, and for the tagger to see that one has gone. */
  private static final int SETTLE_SECONDS = 3;

  private static final int PAGES = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern ADDRESS = Pattern.compile("Live page on (\\S+?),? ");
  private static final String HEAP = "1g";
  private static final String OUTPUT = "page-output";

  private LivePageCost() {}

  /**
   * Measures and prints each round and the medians.
   *
   * @param args the model bundle to measure with, and the program that starts Garam
   */
  public static void main(String[] args) throws Exception {
    Path work = Files.createTempDirectory("garam-page-cost-");
    Path model = Path.of(args[0]);
    try (BrokerProcess broker =
        BrokerProcess.start(JavaCommand.likeThis(HEAP), work.resolve("broker.log"))) {
      Launcher launcher =
          new Launcher(broker.bootstrapServers(), HEAP, null, Path.of(args[1]), work);
      // More than are sent: the end comes with the last measurement.
      EventTopic input =
          new EventTopic("page-input", Texts.golden(model), Integer.MAX_VALUE, false);
      EventTopic.create(broker.bootstrapServers(), input.name());
      EventTopic.create(broker.bootstrapServers(), OUTPUT);
      var pipeline = new ComparedPipeline("Garam", PipelineKind.GARAM, model, input);
      PacedProducer producer = new PacedProducer(broker.bootstrapServers(), input);
      try (LatencyReader reader = new LatencyReader(broker.bootstrapServers(), OUTPUT);
          PipelineProcess tagger = launcher.start(pipeline, OUTPUT, "page")) {
        producer.one();
        if (reader.until(1, Long.MAX_VALUE, PATIENCE) < 1) {
          throw tagger.failure("none came out");
        }
        var unused = producer.start(RATE);
        LoadedTagger loaded = new LoadedTagger(tagger, reader);
        loaded.run(WARM_UP_SECONDS);
        String address = address(work.resolve("page.log"));
        cost(loaded, address);
        browsers(loaded, address, work);
      }
    }
    // Without a word to the producer, which has events left and nobody to send them to.
    Runtime.getRuntime().halt(0);
  }

  private static void cost(LoadedTagger tagger, String address)
      throws IOException, InterruptedException {
    List<Double> alone = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      double without = tagger.micros(ROUND_SECONDS);
      List<PageReader> readers = new ArrayList<>();
      for (int page = 0; page < PAGES; page++) {
        readers.add(PageReader.open(address));
      }
      tagger.run(SETTLE_SECONDS);
      double with = tagger.micros(ROUND_SECONDS);
      long bytes = 0;
      for (PageReader reader : readers) {
        bytes += reader.bytes();
        reader.close();
      }
      tagger.run(SETTLE_SECONDS);
      print(
          "round %d: %.2f µs an event without a page, %.2f with %d, which read %d KB",
          round, without, with, PAGES, bytes >> 10);
      alone.add(without);
      ratios.add(with / without);
    }
    print(
        "median: %.2f µs an event without a page, %.3f times that with %d pages",
        Median.of(alone), Median.of(ratios), PAGES);
  }

  private static void browsers(LoadedTagger tagger, String address, Path work)
      throws IOException, InterruptedException {
    List<BrowserPage> pages = new ArrayList<>();
    try {
      for (int page = 0; page < PAGES; page++) {
        pages.add(BrowserPage.open(address, work.resolve("browser-" + page)));
      }
      tagger.run(SETTLE_SECONDS);
      List<CompletableFuture<Frames>> frames =
          pages.stream().map(page -> page.frames(BROWSER_SECONDS)).toList();
      double rate = tagger.rate(BROWSER_SECONDS);
      print("%d pages in Chromium on this machine: %.0f events a second", PAGES, rate);
      for (CompletableFuture<Frames> one : frames) {
        Frames seen = one.join();
        print(
            "a page: %.0f frames a second, at most %.0f ms between two; %d rows, heap %.1f MB",
            seen.perSecond(), seen.longestMillis(), seen.rows(), seen.heapBytes() / 1e6);
      }
    } finally {
      pages.forEach(BrowserPage::close);
    }
  }

  private static String address(Path log) throws IOException {
    Matcher matcher = ADDRESS.matcher(Files.readString(log));
    if (!matcher.find()) {
      throw new GaramException("Expected the tagger to say where its page is; see " + log + ".");
    }
    return matcher.group(1);
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
