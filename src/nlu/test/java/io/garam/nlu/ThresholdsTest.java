package io.garam.nlu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdsTest {

  @Test
  void oneForAllLabelsAndOnesOfTheirOwn() {
    assertThat(Thresholds.parse("0.6, request=0.8 ,bye = 1"))
        .isEqualTo(new Thresholds(0.6, Map.of("request", 0.8, "bye", 1.0)));
    assertThat(Thresholds.parse("request=.5"))
        .isEqualTo(new Thresholds(null, Map.of("request", .5)));
    assertThat(Thresholds.parse("1e-3").general()).isEqualTo(0.001);
    assertThat(Thresholds.parse(" ")).isEqualTo(Thresholds.OF_MODEL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"yes, please=0.5|yes, please", "a=b=0.5|a=b", "7=0.5|7", "0.5=0.25|0.5", "네=1|네"})
  void aLabelMayHoldWhatSeparates(String text, String label) {
    assertThat(Thresholds.parse("0.25," + text).byLabel()).containsOnlyKeys(label);
    assertThat(Thresholds.parse(text + ",0.25").byLabel()).containsOnlyKeys(label);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1",
        "-0.1",
        "NaN",
        "half",
        "60%",
        "request",
        "request=",
        "request=high",
        "request=1.01",
        "=0.5",
        "1e999",
        "1.2.3",
        "0,6",
        "a=0,1",
        "a=0.5,b=1,0",
        ",",
        "e5"
      })
  void whatIsNoThresholdIsOneSentence(String text) {
    assertThatThrownBy(() -> Thresholds.parse(text))
        .isInstanceOf(GaramException.class)
        .message()
        .startsWith("Expected ")
        .endsWith(".");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.6,0.6|all labels, but found 0.6 and 0.6",
        "a=0,b=1,a=0.5|the label \"a\", but found 0.0 and 0.5",
      })
  void theSameIsNotGivenTwice(String text, String expected) {
    assertThatThrownBy(() -> Thresholds.parse(text))
        .isInstanceOf(GaramException.class)
        .hasMessage("Expected one threshold for " + expected + "; leave one out.");
  }

  @Test
  void theModelsHoldsWhereNoneIsGiven() {
    Thresholds byLabel = Thresholds.parse("a=0.8");
    assertThat(byLabel.of("a", 0.3)).isEqualTo(0.8);
    assertThat(byLabel.of("b", 0.3)).isEqualTo(0.3);
    assertThat(byLabel.over(0.3)).isEqualTo(Thresholds.parse("0.3,a=0.8"));
    assertThat(Thresholds.parse("0,a=0.8").of("b", 0.3)).isZero();
    assertThat(Thresholds.parse("0.5").over(0.3).general()).isEqualTo(0.5);
    assertThat(Thresholds.OF_MODEL.of("a", 0.3)).isEqualTo(0.3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0.6", "0.6, a=1.0, b=0.25", "yes, please=0.5"})
  void theyAreWrittenAsTheyAreRead(String text) {
    assertThat(Thresholds.parse(text)).hasToString(text);
    assertThat(Thresholds.parse(Thresholds.parse(text).toString()))
        .isEqualTo(Thresholds.parse(text));
  }

  @Test
  void whatIsNoProbabilityIsNoThreshold() {
    assertThatThrownBy(() -> new Thresholds(2.0, Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Thresholds(null, Map.of("a", Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
