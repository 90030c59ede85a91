package io.garam.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.app.options.Settings;
import io.garam.app.options.Settings.Source;
import io.garam.nlu.io.Json;
import io.garam.streams.config.GaramConfig;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EffectiveSettingTest {

  private static List<EffectiveSetting> of(boolean defaults, String key, String value) {
    Settings settings = new Settings();
    settings.putFlag("bootstrap.servers", "b:1");
    settings.putFlag("garam.model", "m");
    settings.putFlag(key, value);
    return EffectiveSetting.all(settings, GaramConfig.of(settings.values()), defaults);
  }

  @Test
  void aKeyOfTheClientsAndOneOfNobodyAreInEffectWhereGiven() {
    assertThat(of(false, "linger.ms", "7"))
        .contains(new EffectiveSetting("linger.ms", "7", Source.FLAG))
        .hasSize(3);
    assertThat(of(false, "my.plug.in", "on"))
        .contains(new EffectiveSetting("my.plug.in", "(hidden)", Source.FLAG));
  }

  @Test
  void aNumberThatIsWrittenOtherwiseButIsTheDefaultIsLeftOut() {
    assertThat(of(false, "garam.topic.partitions", " 0" + defaultOf("garam.topic.partitions")))
        .extracting(EffectiveSetting::key)
        .containsExactly("bootstrap.servers", "garam.model");
  }

  private static Object defaultOf(String key) {
    return GaramConfig.DEFINITION.defaultValues().get(key);
  }

  @Test
  void keysComeInTheOrderOfTheAlphabet() {
    assertThat(of(true, "zzz", "1"))
        .extracting(EffectiveSetting::key)
        .isSorted()
        .doesNotHaveDuplicates()
        .endsWith("zzz");
  }

  @Test
  void aLineHasTheValueEscapedAndJsonAsItIs() throws IOException {
    EffectiveSetting setting = new EffectiveSetting("a", "b\nc", Source.ENVIRONMENT);

    assertThat(setting.line()).isEqualTo("a=b\\u000ac (environment)\n");
    assertThat(Json.MAPPER.writeValueAsString(EffectiveSetting.json(List.of(setting))))
        .isEqualTo("{\"a\":{\"source\":\"environment\",\"value\":\"b\\nc\"}}");
  }
}
