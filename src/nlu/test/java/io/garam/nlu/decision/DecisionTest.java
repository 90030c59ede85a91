package io.garam.nlu.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.garam.nlu.GaramException;
import io.garam.nlu.Intent;
import io.garam.nlu.Intent.Alternative;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.Thresholds;
import io.garam.nlu.io.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DecisionTest {

  private static final ModelReference MODEL = new ModelReference("test", "1", "00");
  private static final List<String> LABELS = List.of("a", "b", "c", "d", "e");
  private static final float[] LOGITS = {0f, 2f, 1f, -1f, -2f};

  @Test
  void probabilitiesAreTheSoftmaxOfScaledLogits() {
    float[] hot = new Decision(LABELS, 2, 0).probabilities(LOGITS);
    double sum = Math.exp(0) + Math.exp(1) + Math.exp(0.5) + Math.exp(-0.5) + Math.exp(-1);
    assertThat(hot[1]).isCloseTo((float) (Math.exp(1) / sum), within(1e-6f));
    assertThat(hot[0] + hot[1] + hot[2] + hot[3] + hot[4]).isCloseTo(1f, within(1e-6f));
  }

  @Test
  void anExponentMakesSureAnswersSurerAndDoubtfulOnesMoreDoubtful() {
    Decision bent = new Decision(List.of("a", "b"), 1, 2, 0);

    assertThat(bent.probabilities(new float[] {2f, 0f})[0])
        .isCloseTo((float) (1 / (1 + Math.exp(-4))), within(1e-6f));
    assertThat(bent.probabilities(new float[] {1f, 1.5f})[1])
        .isCloseTo((float) (1 / (1 + Math.exp(-0.25))), within(1e-6f));
    assertThat(bent.probabilities(new float[] {1000f, -1000f})).containsExactly(1f, 0f);
  }

  @Test
  void aSpecOfBeforeThereWasAnExponentReadsAndWritesAsItDid() throws Exception {
    String before = "{\"labels\":[\"a\",\"b\"],\"temperature\":0.8,\"threshold\":0.25}";

    Decision read = Json.MAPPER.readValue(before, Decision.class);

    assertThat(read).isEqualTo(new Decision(List.of("a", "b"), 0.8, 1, 0.25));
    assertThat(Json.MAPPER.writeValueAsString(read)).isEqualTo(before);
  }

  @Test
  void anExponentIsWrittenAndReadAgain() throws Exception {
    Decision bent = new Decision(List.of("a", "b"), 0.8, 1.6, 0.25);
    String written = Json.MAPPER.writeValueAsString(bent);

    assertThat(Json.MAPPER.readValue(written, Decision.class)).isEqualTo(bent);
    assertThat(written).contains("\"exponent\":1.6");
    assertThatThrownBy(() -> Json.MAPPER.readValue(written.replace("1.6", "0"), Decision.class))
        .isInstanceOf(JsonProcessingException.class)
        .hasMessageContaining("the exponent must be positive, but is 0");
    assertThatThrownBy(
            () -> Json.MAPPER.readValue(written.replace("exponent", "heat"), Decision.class))
        .isInstanceOf(JsonProcessingException.class)
        .hasMessageContaining("heat");
    assertThatThrownBy(
            () -> Json.MAPPER.readValue("{\"labels\":[],\"threshold\":0}", Decision.class))
        .isInstanceOf(JsonProcessingException.class)
        .hasMessageContaining("temperature");
  }

  @Test
  void hugeLogitsDoNotOverflow() {
    assertThat(new Decision(List.of("a", "b"), 1, 0).probabilities(new float[] {1000f, -1000f}))
        .containsExactly(1f, 0f);
  }

  @Test
  void theMostProbableLabelWinsAndTheNextThreeAreAlternatives() {
    Intent intent = new Decision(LABELS, 1, 0).decide(LOGITS, Thresholds.OF_MODEL, MODEL);
    assertThat(intent.label()).isEqualTo("b");
    assertThat(intent.alternatives()).extracting(Alternative::label).containsExactly("c", "a", "d");
    assertThat(intent.model()).isEqualTo(MODEL);
  }

  @Test
  void belowTheThresholdTheIntentIsUnknownAndTheBestLabelAnAlternative() {
    Intent intent = new Decision(LABELS, 1, 0.99).decide(LOGITS, Thresholds.OF_MODEL, MODEL);
    assertThat(intent.label()).isEqualTo(Intent.UNKNOWN);
    assertThat(intent.confidence()).isEqualTo(intent.alternatives().get(0).confidence());
    assertThat(intent.alternatives()).extracting(Alternative::label).containsExactly("b", "c", "a");
  }

  @Test
  void aThresholdThatIsGivenHoldsInPlaceOfTheModelsAlsoOfOneLabel() {
    Decision decision = new Decision(LABELS, 1, 0.99);
    assertThat(labelBelow(decision, "0.3")).isEqualTo("b");
    assertThat(labelBelow(decision, "b=0.3")).isEqualTo("b");
    assertThat(labelBelow(decision, "0.3,b=0.9")).isEqualTo(Intent.UNKNOWN);
    assertThat(labelBelow(decision, "a=0.3"))
        .as("the others keep the model's")
        .isEqualTo("unknown");
    assertThat(labelBelow(new Decision(LABELS, 1, 0), "a=1")).isEqualTo("b");
  }

  private static String labelBelow(Decision decision, String given) {
    Thresholds thresholds = decision.inEffect(Thresholds.parse(given));
    return decision.decide(LOGITS, thresholds, MODEL).label();
  }

  @Test
  void aThresholdOfNoLabelIsNamedWithTheOneThatIsMeantOrAll() {
    Decision decision = new Decision(List.of("request", "bye"), 1, 0);
    assertThatThrownBy(() -> decision.inEffect(Thresholds.parse("requests=0.5")))
        .isInstanceOf(GaramException.class)
        .hasMessage(
            "Expected a threshold for a label of the model, but it has no label \"requests\"; did"
                + " you mean \"request\"?");
    assertThatThrownBy(() -> decision.inEffect(Thresholds.parse("unknown=0.5")))
        .isInstanceOf(GaramException.class)
        .hasMessageEndingWith("no label \"unknown\"; its labels are request, bye.");
  }

  @Test
  void aTemperatureThatIsNotPositiveIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Decision(LABELS, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Decision(LABELS, Double.NaN, 0));
  }
}
