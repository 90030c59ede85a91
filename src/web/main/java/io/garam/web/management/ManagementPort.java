package io.garam.web.management;

import io.garam.nlu.GaramException;
import io.garam.streams.Tagger;
import io.garam.streams.TaggerHealth;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.config.HttpKeys;
import io.garam.streams.settings.HttpSettings;
import io.garam.web.page.LivePage;
import io.garam.web.page.ModelPage;
import io.garam.web.server.Answer;
import io.garam.web.server.Endpoint;
import io.garam.web.server.GuardedAccess;
import io.garam.web.server.HttpLimits;
import io.garam.web.server.HttpServer;
import io.garam.web.tagging.Tagging;
import io.garam.web.tagging.TaggingEndpoints;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * Management port of a tagger: {@code /metrics} for Prometheus, {@code /health} and {@code /ready}
 * for probes, {@code /info} for people, {@code /v1/tag} for programs that ask for single intents.
 * It is open before the tagger has started, and says so.
 */
public final class ManagementPort implements AutoCloseable {

  /** Requests that are tagged at once; more would take processors from the stream. */
  private static final int RUNS = 1;

  private static final TaggerHealth STARTING =
      new TaggerHealth("STARTING", true, false, false, null);

  private final Instant started = Instant.now();
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmMeters jvm = new JvmMeters();
  private final GaramConfig config;
  private final HttpServer server;
  private final LivePage page;
  private final GuardedAccess access;
  private volatile @Nullable Tagger tagger;
  private volatile boolean ending;

  private ManagementPort(GaramConfig config, InetSocketAddress address) {
    this.config = config;
    jvm.bindTo(registry);
    HttpSettings settings = new HttpSettings(config);
    this.access = new GuardedAccess(address, settings.token(), HttpKeys.TOKEN);
    this.page = new LivePage(config, access, registry);
    Map<String, Endpoint> endpoints =
        new HashMap<>(TaggingEndpoints.of(config, access, RUNS, settings.rate(), this::tagging));
    endpoints.putAll(page.endpoints());
    endpoints.putAll(
        Map.of(
            "/metrics", Endpoint.get(new MetricsEndpoint(registry)::answer),
            "/health", Endpoint.get(request -> probe(TaggerHealth::live)),
            "/ready", Endpoint.get(request -> probe(TaggerHealth::isReady)),
            "/info", Endpoint.get(request -> info())));
    this.server = HttpServer.open(address, endpoints, HttpLimits.BESIDE_OTHER_WORK, registry);
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

  /** Returns where the live page is; empty where it shows nothing for want of a token. */
  public Optional<String> pageAddress() {
    return access.isOpen() ? Optional.of(server.address() + ModelPage.PATH) : Optional.empty();
  }

  /**
   * Starts a tagger that a port answers for, where there is one.
   *
   * @throws GaramException as {@link Tagger#start(GaramConfig)}
   */
  public static Tagger start(GaramConfig config, Optional<ManagementPort> port) {
    if (port.isEmpty()) {
      return Tagger.start(config);
    }
    ManagementPort open = port.get();
    Tagger started = Tagger.start(config, open.registry, open.page.listener());
    open.tagger = started;
    open.page.watch(started);
    return started;
  }

  /** Tags no request from now on: the tagger is about to be closed. */
  public void stopTagging() {
    ending = true;
  }

  private Optional<Tagging> tagging() {
    return ending
        ? Optional.empty()
        : Optional.ofNullable(tagger).map(watched -> watched.runningModel()::tag);
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
    page.close();
    server.close();
    jvm.close();
    registry.close();
  }
}
