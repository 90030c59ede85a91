package io.garam.evaluation.report.html;

import static j2html.TagCreator.div;

import io.garam.evaluation.NumberFormats;
import io.garam.evaluation.report.Latencies;
import java.util.List;
import java.util.Locale;

/** How long something took: a tile for each percentile. */
final class LatencySection {

  private LatencySection() {}

  static Section of(Latencies latencies) {
    return new Section(
        "Latency",
        latencies.meaning(),
        List.of(
            div()
                .withClass("tiles")
                .with(
                    Tile.of("median", milliseconds(latencies.p50()), "half are not slower"),
                    Tile.of("95 %", milliseconds(latencies.p95()), "19 in 20 are not slower"),
                    Tile.of("99 %", milliseconds(latencies.p99()), "99 in 100 are not slower"),
                    Tile.of(
                        "greatest",
                        milliseconds(latencies.greatest()),
                        "of " + NumberFormats.count(latencies.count())))));
  }

  private static String milliseconds(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.1f ms" : "%,.0f ms", value);
  }
}
