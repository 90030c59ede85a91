package io.garam.web.management;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MetricsPageTest {

  private static final Path PAGE = Path.of("../../docs/metrics.md");

  /** Run with -Dgaram.docs.write=true to write the page anew. */
  @Test
  void theDocumentationIsWhatTheProgramDefines() throws IOException {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    String expected;
    try (JvmMeters meters = new JvmMeters()) {
      meters.bindTo(registry);
      registry.timer("jvm.gc.pause", "cause", "by chance");
      expected = MetricsPage.markdown(registry);
    }
    if (Boolean.getBoolean("garam.docs.write")) {
      Files.writeString(PAGE, expected);
    }
    assertThat(PAGE)
        .as("docs/metrics.md; write it with mvn -pl src/web -am test -Dgaram.docs.write=true")
        .content()
        .isEqualTo(expected);
  }
}
