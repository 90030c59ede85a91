package io.garam.streams.tracing;

import io.garam.nlu.GaramException;
import io.garam.streams.batching.PollTrace;
import io.garam.streams.config.GaramConfig;

/**
 * Tracing as the configuration asks for it. No class of OpenTelemetry is loaded before it is on, so
 * that its API may be missing.
 */
public final class Tracing {

  private Tracing() {}

  /**
   * Returns the trace of polls.
   *
   * @throws GaramException if it is on and OpenTelemetry's API is not on the class path
   */
  public static PollTrace of(GaramConfig config) {
    if (!config.isTracing()) {
      return PollTrace.NONE;
    }
    try {
      return OpenTelemetryTrace.global(config.applicationId());
    } catch (NoClassDefFoundError e) {
      throw new GaramException(
          "Expected OpenTelemetry's API on the class path, since "
              + GaramConfig.TRACING
              + " is true, but it is missing (no class "
              + e.getMessage()
              + "); add io.opentelemetry:opentelemetry-api, or leave the setting out.",
          e);
    }
  }
}
