package io.garam.web.management;

import io.garam.nlu.GaramVersion;
import io.garam.nlu.Intent.ModelReference;
import io.garam.streams.RunningModel;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.config.HttpKeys;
import io.garam.streams.settings.HttpSettings;
import io.garam.web.page.ModelPage;
import io.garam.web.server.Answer;
import io.garam.web.server.Endpoint;
import io.garam.web.server.GuardedAccess;
import io.garam.web.server.HttpLimits;
import io.garam.web.server.HttpServer;
import io.garam.web.tagging.TaggingEndpoints;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * Port of a process that tags requests and no topic: {@code /v1/tag}, and what a {@link
 * ManagementPort} has beside it that needs no stream.
 */
public final class ServingPort implements AutoCloseable {

  /** What a probe is told: where this answers, the model is there. */
  private record Health(String state, boolean live, boolean ready) {}

  private record Info(
      String version,
      String started,
      ModelReference model,
      @Nullable Double threshold,
      Map<String, Double> thresholdByLabel) {}

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmMeters jvm = new JvmMeters();
  private final GuardedAccess access;
  private final HttpServer server;

  private ServingPort(GaramConfig config, InetSocketAddress address, RunningModel model, int runs) {
    jvm.bindTo(registry);
    HttpSettings http = new HttpSettings(config);
    this.access = new GuardedAccess(address, http.token(), HttpKeys.TOKEN);
    Map<String, Endpoint> endpoints =
        new HashMap<>(
            TaggingEndpoints.of(
                config,
                access,
                runs,
                http.isRateGiven() ? http.rate() : 0,
                () -> Optional.of(model::tag)));
    endpoints.putAll(new ModelPage(config, access, () -> Optional.of(model)).endpoints());
    Info info =
        new Info(
            GaramVersion.current(),
            Instant.now().toString(),
            model.model(),
            model.thresholds().general(),
            model.thresholds().byLabel());
    Endpoint probe =
        Endpoint.get(request -> Answer.json(HttpStatus.OK_200, new Health("RUNNING", true, true)));
    endpoints.putAll(
        Map.of(
            "/metrics",
            Endpoint.get(new MetricsEndpoint(registry)::answer),
            "/health",
            probe,
            "/ready",
            probe,
            "/info",
            Endpoint.get(request -> Answer.json(HttpStatus.OK_200, info))));
    this.server = HttpServer.open(address, endpoints, HttpLimits.FOR_PROGRAMS, registry);
  }

  /**
   * Opens the port.
   *
   * @param model which stays its owner's to close, after this
   * @param runs how many requests are tagged at once
   * @throws io.garam.nlu.GaramException if the address cannot be listened on
   */
  public static ServingPort open(
      GaramConfig config, InetSocketAddress address, RunningModel model, int runs) {
    return new ServingPort(config, address, model, runs);
  }

  /** Returns where it listens, such as {@code http://127.0.0.1:7878}. */
  public String address() {
    return server.address();
  }

  /** Returns where the page is; empty where it shows nothing for want of a token. */
  public Optional<String> pageAddress() {
    return access.isOpen() ? Optional.of(server.address() + ModelPage.PATH) : Optional.empty();
  }

  /** Finishes the requests that are under way, and closes the port. */
  @Override
  public void close() {
    server.close();
    jvm.close();
    registry.close();
  }
}
