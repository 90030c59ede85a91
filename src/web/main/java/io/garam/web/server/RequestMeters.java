package io.garam.web.server;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.EventsHandler;
import org.jspecify.annotations.Nullable;

/** Meters of requests: how long each took, and why it was refused, where it was. */
final class RequestMeters extends EventsHandler {

  private static final Duration[] TIMES =
      LongStream.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final MeterRegistry registry;
  private final Set<String> paths;

  /**
   * @param paths that are told apart; what a client asks for beside them has no meter of its own
   */
  RequestMeters(Handler handler, MeterRegistry registry, Set<String> paths) {
    super(handler);
    this.registry = registry;
    this.paths = paths;
  }

  @Override
  protected void onComplete(
      Request request, int status, HttpFields headers, @Nullable Throwable failure) {
    String path = Request.getPathInContext(request);
    Timer.builder(HttpMetrics.REQUESTS.metricName())
        .description(HttpMetrics.REQUESTS.meaning())
        .tags(
            HttpMetrics.REQUESTS.tags(
                paths.contains(path) ? path : "other", Integer.toString(status)))
        .serviceLevelObjectives(TIMES)
        .register(registry)
        .record(System.nanoTime() - request.getBeginNanoTime(), TimeUnit.NANOSECONDS);
    if (request.getAttribute(Exchange.PROBLEM) instanceof String code) {
      Counter.builder(HttpMetrics.REFUSALS.metricName())
          .description(HttpMetrics.REFUSALS.meaning())
          .tags(HttpMetrics.REFUSALS.tags(code))
          .register(registry)
          .increment();
    }
  }
}
