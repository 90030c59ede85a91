package io.garam.web.management;

import io.garam.nlu.GaramException;
import io.garam.streams.Tagger;
import io.garam.streams.TaggerHealth;
import io.garam.streams.config.GaramConfig;
import io.garam.web.server.Answer;
import io.garam.web.server.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * Management port of a tagger: {@code /metrics} for Prometheus, {@code /health} and {@code /ready}
 * for probes, {@code /info} for people. It is open before the tagger has started, and says so.
 */
public final class ManagementPort implements AutoCloseable {

  private static final TaggerHealth STARTING = new TaggerHealth("STARTING", true, false, false);

  private final Instant started = Instant.now();
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmMeters jvm = new JvmMeters();
  private final GaramConfig config;
  private final HttpServer server;
  private volatile @Nullable Tagger tagger;

  private ManagementPort(GaramConfig config, InetSocketAddress address) {
    this.config = config;
    jvm.bindTo(registry);
    this.server =
        HttpServer.open(
            address,
            Map.of(
                "/metrics", new MetricsEndpoint(registry),
                "/health", accept -> probe(TaggerHealth::live),
                "/ready", accept -> probe(TaggerHealth::isReady),
                "/info", accept -> info()));
  }

  /**
   * Opens the port where {@code garam.management.listener} says. Where nothing is said and another
   * instance has the usual port already, it is a free one.
   *
   * @return nothing where it is off
   * @throws GaramException if the address cannot be listened on
   */
  public static Optional<ManagementPort> open(GaramConfig config) {
    Optional<InetSocketAddress> address = config.managementListener();
    if (address.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new ManagementPort(config, address.get()));
    } catch (GaramException e) {
      if (config.originals().containsKey(GaramConfig.MANAGEMENT_LISTENER)) {
        throw e;
      }
      return Optional.of(
          new ManagementPort(
              config, InetSocketAddress.createUnresolved(address.get().getHostString(), 0)));
    }
  }

  /** Returns where it listens, such as {@code http://127.0.0.1:7878}. */
  public String address() {
    return server.address();
  }

  /** Returns what a tagger registers its meters with. */
  public MeterRegistry registry() {
    return registry;
  }

  /** Answers for a tagger from now on. */
  public void watch(Tagger started) {
    tagger = started;
  }

  private Answer probe(Predicate<TaggerHealth> isWell) {
    Tagger watched = tagger;
    TaggerHealth health = watched == null ? STARTING : watched.health();
    return Answer.json(
        isWell.test(health) ? HttpStatus.OK_200 : HttpStatus.SERVICE_UNAVAILABLE_503, health);
  }

  private Answer info() {
    Tagger watched = tagger;
    return Answer.json(
        HttpStatus.OK_200,
        TaggerInfo.of(
            config,
            watched == null ? null : watched.model(),
            watched == null ? config.thresholds() : watched.thresholds(),
            started));
  }

  @Override
  public void close() {
    server.close();
    jvm.close();
    registry.close();
  }
}
