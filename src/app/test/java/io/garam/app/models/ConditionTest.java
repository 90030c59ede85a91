package io.garam.app.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import io.garam.streams.registry.CanaryStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {

  /** Of two taggers: 30 of 300 unknown, 3 of 303 dead letters, 190 of 200 agreed, 80 ms. */
  private static final CanaryFigures FIGURES =
      CanaryFigures.of(
          List.of(
              new CanaryStatus("d", "t", 100, 10, 3, 100, 95, 80.0),
              new CanaryStatus("d", "t", 200, 20, 0, 100, 95, 20.5)));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          agreement>=0.95         | true
          agreement >= 95%        | true
          agreement>=0.951        | false
          unknown<=0.1            | true
          unknown<=9.9%           | false
          deadLetters<=0.01       | true
          deadLetters<=0.0099     | false
          latency<=80ms           | true
          latency<=0.08s          | true
          latency<=79.9ms         | false
          """)
  void aConditionIsMetOrNot(String text, boolean met) {
    List<Condition> conditions = Condition.parse(text);
    assertThat(conditions).singleElement().matches(one -> one.isMet(FIGURES) == met);
    assertThat(Condition.unmet(conditions, FIGURES).isEmpty()).isEqualTo(met);
  }

  @Test
  void allThatIsNotMetIsSaidWithWhatWasFound() {
    assertThat(
            Condition.unmet(Condition.parse("unknown<=5%, agreement>=0.9,latency<=50ms"), FIGURES))
        .isEqualTo("unknown 0.1000, required <=0.0500; latency 80 ms, required <=50 ms");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "agreement",
        "agreement<=0.9",
        "unknown>=0.1",
        "agreement>=1.1",
        "unknown<=101%",
        "latency<=5",
        "unknown<=5ms",
        "accuracy>=0.9",
        "unknown<=0.1,",
        "unknown<=-1",
        "unknown<=0.1 agreement>=0.9"
      })
  void whatIsNoConditionIsRefused(String text) {
    assertThatThrownBy(() -> Condition.parse(text))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("--require expects conditions such as agreement>=0.95");
  }

  @Test
  void nothingIsJudgedByTooLittle() {
    assertThat(Condition.canJudge(Condition.parse("unknown<=5%"), FIGURES, 303)).isTrue();
    assertThat(Condition.canJudge(Condition.parse("unknown<=5%"), FIGURES, 304)).isFalse();
    assertThat(Condition.canJudge(Condition.parse("agreement>=0.1"), FIGURES, 201)).isFalse();
    CanaryFigures none = CanaryFigures.of(List.of());
    assertThat(Condition.parse("unknown<=1")).singleElement().matches(one -> !one.isMet(none));
  }
}
