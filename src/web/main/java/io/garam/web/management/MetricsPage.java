package io.garam.web.management;

import io.garam.streams.statistics.MetricDefinition;
import io.garam.streams.statistics.MetricDefinition.Kind;
import io.garam.streams.statistics.TaggingMetrics;
import io.garam.web.server.HttpMetrics;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.NamingConvention;
import io.micrometer.prometheusmetrics.PrometheusNamingConvention;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes docs/metrics.md from the definitions, so that page and program cannot differ. */
final class MetricsPage {

  private static final NamingConvention NAMES = new PrometheusNamingConvention();

  /** Those that are registered once the collector has done what they measure. */
  private static final Set<String> BY_CHANCE =
      Set.of("jvm.gc.pause", "jvm.gc.concurrent.phase.time");

  private static final String INTRODUCTION =
      """
      # Metrics

      This page is generated from the program; a test fails when the two differ.

      `garam run` has a management port, `http://127.0.0.1:7878` unless
      [`garam.management.listener`](configuration.md) says otherwise, and prints where it is:

      | path | answers |
      | --- | --- |
      | `/metrics` | all metrics in Prometheus' text format, or OpenMetrics where it is asked for |
      | `/health` | 200 while the tagger works or will by itself, 503 once a failure has ended it |
      | `/ready` | 200 while its partitions are assigned and brokers answer, otherwise 503 |
      | `/info` | version, model, thresholds in effect, topics and application id, as JSON |

      It tags single requests too ([HTTP](http.md)). Any other path is for reading alone.

      ```
      scripts/garam run --embedded --model models/korean-intention
      curl http://127.0.0.1:7878/metrics
      ```

      A histogram has the endings `_bucket`, `_count` and `_sum`, and `_max` of the last minutes.

      Counters begin with each start of the process, and count work: a record that is read again
      after a failure counts again. A program that tags by the library gives its own Micrometer
      registry to `IntentTagging.load` or `Tagger.start`.
      """;

  private static final String KAFKA =
      """

      ## Kafka's

      All metrics of Kafka Streams and its clients are there too, under Kafka's names with
      underscores: group and name of
      [Kafka's page](https://kafka.apache.org/documentation/#monitoring), such as
      `kafka_consumer_fetch_manager_records_lag` (group `consumer-fetch-manager-metrics`, name
      `records-lag`), with tags for client, topic and partition. New clients, topics and partitions
      appear within ten seconds. A topic with dots in its name is there twice, also with underscores
      for them, so name the one in a sum.
      """;

  private MetricsPage() {}

  /**
   * @param jvm a registry that has the meters of the JVM and nothing else
   */
  static String markdown(MeterRegistry jvm) {
    return INTRODUCTION + garam() + KAFKA + jvmTable(jvm);
  }

  private static String garam() {
    return "\n## Garam's\n\n| metric | kind | labels | meaning |\n| --- | --- | --- | --- |\n"
        + Stream.concat(TaggingMetrics.ALL.stream(), HttpMetrics.ALL.stream())
            .map(
                metric ->
                    row(
                        "`" + prometheusName(metric) + "`",
                        metric.kind().name().toLowerCase(Locale.ROOT),
                        metric.tagNames().stream()
                            .map(tag -> "`" + tag + "`")
                            .collect(Collectors.joining(", ")),
                        metric.meaning()))
            .collect(Collectors.joining());
  }

  /** Returns the name that a query uses. */
  static String prometheusName(MetricDefinition metric) {
    Meter.Type type =
        metric.kind() == Kind.COUNTER
            ? Meter.Type.COUNTER
            : metric.kind() == Kind.GAUGE ? Meter.Type.GAUGE : Meter.Type.DISTRIBUTION_SUMMARY;
    return served(NAMES.name(metric.metricName(), type, metric.unit()), type, metric.metricName());
  }

  /** Prometheus' own client takes these endings off, and writes them again when it is scraped. */
  private static String served(String name, Meter.Type type, String metricName) {
    if (type == Meter.Type.COUNTER) {
      return name + "_total";
    }
    return metricName.endsWith(".info") ? name + "_info" : name;
  }

  private static String jvmTable(MeterRegistry jvm) {
    Map<String, String> meanings = new TreeMap<>(Comparator.naturalOrder());
    jvm.getMeters().stream()
        .filter(meter -> !BY_CHANCE.contains(meter.getId().getName()))
        .forEach(
            meter ->
                meanings.put(
                    served(
                        NAMES.name(
                            meter.getId().getName(),
                            meter.getId().getType(),
                            meter.getId().getBaseUnit()),
                        meter.getId().getType(),
                        meter.getId().getName()),
                    String.valueOf(meter.getId().getDescription())));
    return "\n## The JVM's\n\n`jvm_gc_pause_seconds` and `jvm_gc_concurrent_phase_time_seconds`, with cause and action,"
        + " come with\nthe first pause and the first phase.\n\n| metric | meaning |\n| --- | --- |\n"
        + meanings.entrySet().stream()
            .map(each -> row("`" + each.getKey() + "`", each.getValue()))
            .collect(Collectors.joining());
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }
}
