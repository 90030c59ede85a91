package io.garam.app.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.app.options.Settings.Source;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SettingsTest {

  @Test
  void theStrongestSourceOfEachKeyCountsInWhateverOrderTheyAreRead() {
    Settings settings = new Settings();
    settings.putFlag("a", "flag");
    settings.put(Source.CONFIG, Map.of("a", "config", "b", "config"));
    settings.put(Source.FILE, Map.of("a", "file", "b", "file", "c", "file", "d", "file"));
    settings.put(Source.ENVIRONMENT, Map.of("a", "variable", "b", "variable", "c", "variable"));
    assertThat(settings.values())
        .isEqualTo(Map.of("a", "flag", "b", "config", "c", "variable", "d", "file"));
  }

  @Test
  void aFlagThatIsLeftOutGivesNothing() {
    Settings settings = new Settings();
    settings.putFlag("a", null);
    assertThat(settings.gives("a")).isFalse();
    settings.putFlag("a", "1");
    assertThat(settings.gives("a")).isTrue();
  }
}
