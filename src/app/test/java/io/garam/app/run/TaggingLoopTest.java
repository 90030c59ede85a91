package io.garam.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.Thresholds;
import io.garam.streams.config.GaramConfig;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TaggingLoopTest {

  private static final String BEGINNING =
      "Waiting for partitions; an instance that was killed keeps its own ";

  private static String waiting(String key, String value) {
    return TaggingLoop.waiting(
        GaramConfig.of(Map.of("garam.model", "m", "bootstrap.servers", "b:1", key, value)));
  }

  @ParameterizedTest
  @CsvSource({
    "client.id, c, 45",
    "session.timeout.ms, 6000, 6",
    "consumer.session.timeout.ms, 10000, 10",
    "main.consumer.session.timeout.ms, 12500, 12.5",
    "restore.consumer.session.timeout.ms, 7000, 45"
  })
  void theSessionTimeoutThatIsInEffectIsSaid(String key, String value, String seconds) {
    assertThat(waiting(key, value)).isEqualTo(BEGINNING + "for " + seconds + " s.");
  }

  @Test
  void theNarrowerPrefixCounts() {
    assertThat(
            TaggingLoop.waiting(
                GaramConfig.of(
                    Map.of(
                        "garam.model", "m",
                        "bootstrap.servers", "b:1",
                        "session.timeout.ms", "6000",
                        "consumer.session.timeout.ms", "7000",
                        "main.consumer.session.timeout.ms", "8000"))))
        .isEqualTo(BEGINNING + "for 8 s.");
  }

  @Test
  void thresholdsAreSaidToThreeDigits() {
    Thresholds thresholds = new Thresholds(0.3308594822883606, Map.of("request", 0.8));
    assertThat(TaggingLoop.shown(thresholds)).hasToString("0.331, request=0.8");
    assertThat(TaggingLoop.shown(Thresholds.OF_MODEL)).isEqualTo(Thresholds.OF_MODEL);
  }

  @Test
  void underTheProtocolOfKafkaStreamsItIsTheBrokers() {
    assertThat(waiting("group.protocol", "streams"))
        .isEqualTo(BEGINNING + "until the brokers end its session.");
  }
}
