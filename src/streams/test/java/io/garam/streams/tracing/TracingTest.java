package io.garam.streams.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.streams.batching.PollTrace;
import io.garam.streams.config.GaramConfig;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TracingTest {

  private static GaramConfig config(String tracing) {
    return GaramConfig.of(
        Map.of("garam.model", "m", "bootstrap.servers", "127.0.0.1:1", "garam.tracing", tracing));
  }

  @Test
  void itIsOffUnlessAskedFor() {
    assertThat(
            Tracing.of(
                GaramConfig.of(Map.of("garam.model", "m", "bootstrap.servers", "127.0.0.1:1"))))
        .isSameAs(PollTrace.NONE);
    assertThat(Tracing.of(config("true"))).isInstanceOf(OpenTelemetryTrace.class);
  }

  /** Garam with all that it needs on its class path, but for OpenTelemetry. */
  private static URLClassLoader withoutOpenTelemetry() throws Exception {
    List<URL> entries = new ArrayList<>();
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      if (!entry.contains("opentelemetry")) {
        entries.add(new File(entry).toURI().toURL());
      }
    }
    return new URLClassLoader(entries.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  private static Object trace(ClassLoader loader, String tracing) throws Exception {
    Class<?> configuration = loader.loadClass(GaramConfig.class.getName());
    Object config =
        configuration
            .getMethod("of", Map.class)
            .invoke(
                null,
                Map.of(
                    "garam.model",
                    "m",
                    "bootstrap.servers",
                    "127.0.0.1:1",
                    "garam.tracing",
                    tracing));
    Method of = loader.loadClass(Tracing.class.getName()).getMethod("of", configuration);
    return of.invoke(null, config);
  }

  @Test
  void withoutTheApiAllElseWorksAndToAskForItIsRefusedInASentence() throws Exception {
    try (URLClassLoader loader = withoutOpenTelemetry()) {
      assertThatThrownBy(() -> loader.loadClass("io.opentelemetry.api.trace.Span"))
          .isInstanceOf(ClassNotFoundException.class);
      Class<?> traces = loader.loadClass(PollTrace.class.getName());
      assertThat(trace(loader, "false")).isSameAs(traces.getField("NONE").get(null));
      assertThatThrownBy(() -> trace(loader, "true"))
          .isInstanceOf(InvocationTargetException.class)
          .cause()
          .hasMessageStartingWith(
              "Expected OpenTelemetry's API on the class path, since garam.tracing is true, but it"
                  + " is missing (no class io/opentelemetry/")
          .hasMessageEndingWith("or leave the setting out.");
    }
  }
}
