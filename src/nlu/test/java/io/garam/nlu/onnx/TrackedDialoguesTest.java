package io.garam.nlu.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.garam.nlu.Intent;
import io.garam.nlu.ShippedModel;
import io.garam.nlu.Utterance;
import io.garam.nlu.bundle.ModelBundle;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What trackers remember, with a model that follows dialogues and with one that does not. */
final class TrackedDialoguesTest {

  private static final Utterance REQUEST = new Utterance("방 하나 예약해 주세요.", "a", "user");
  private static final Utterance YES = new Utterance("네.", "a", "system");
  private static final Utterance BLANK = new Utterance(" \u3164", "a", "user");

  private static OnnxClassifier following;
  private static OnnxClassifier plain;

  @BeforeAll
  static void load() {
    following = OnnxClassifier.of(ModelBundle.read(ShippedModel.WITH_DIALOGUES));
    plain = OnnxClassifier.of(ModelBundle.read(ShippedModel.FOLDER));
  }

  @AfterAll
  static void close() {
    following.close();
    plain.close();
  }

  @Test
  void utterancesAreCountedInTheirDialogue() {
    StepTracker tracker = new StepTracker(following);
    Utterance other = new Utterance("네.", "b", "system");

    assertThat(places(tracker.classify(List.of(REQUEST, other, YES)))).containsExactly(1, 1, 2);
    assertThat(places(tracker.classify(List.of(other, YES, YES)))).containsExactly(2, 3, 4);
    tracker.forget("a");
    tracker.forget("nobody");
    tracker.forget(null);
    assertThat(places(tracker.classify(List.of(YES, other)))).containsExactly(1, 3);
  }

  private static List<Integer> places(List<Intent> intents) {
    return intents.stream().map(intent -> intent.dialogue().utterance()).toList();
  }

  @Test
  void aBlankUtteranceIsRefusedAndNothingOfItsBatchIsRemembered() {
    StepTracker tracker = new StepTracker(following);

    assertThatThrownBy(() -> tracker.classify(List.of(REQUEST, BLANK)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Expected a text to classify, but number 2 of 2 is empty or has only white space and"
                + " invisible characters; leave out what isBlank says is blank.");
    assertThat(places(tracker.classify(List.of(REQUEST)))).containsExactly(1);
  }

  @Test
  void trackersOfOneClassifierShareNoMemory() {
    StepTracker one = new StepTracker(following);
    assertThat(one.classify(List.of(REQUEST))).hasSize(1);

    assertThat(places(new StepTracker(following).classify(List.of(YES)))).containsExactly(1);
    assertThat(places(one.classify(List.of(YES)))).containsExactly(2);
  }

  @Test
  void theThreeQuestionsHaveOneAnswer() {
    List<Utterance> said = List.of(REQUEST, YES, Utterance.alone("감사합니다."));

    List<Intent> intents = new StepTracker(following).classify(said);
    float[][] logits = new StepTracker(following).logits(said);
    float[][] probabilities = new StepTracker(following).probabilities(said);

    for (int i = 0; i < logits.length; i++) {
      assertThat(probabilities[i])
          .containsExactly(following.spec().decision().probabilities(logits[i]));
      Intent decided = following.decide(logits[i]);
      assertThat(intents.get(i).label()).isEqualTo(decided.label());
      assertThat(intents.get(i).confidence()).isEqualTo(decided.confidence());
      assertThat(intents.get(i).model()).isEqualTo(following.model());
    }
  }

  @Test
  void askingForLogitsIsRememberedAsAnyOtherQuestion() {
    StepTracker tracker = new StepTracker(following);
    assertThat(tracker.logits(List.of(REQUEST))).hasDimensions(1, following.labels().size());
    assertThat(tracker.probabilities(List.of(YES))).hasDimensions(1, following.labels().size());
    assertThat(places(tracker.classify(List.of(YES)))).containsExactly(3);
  }

  @Test
  void aModelThatJudgesAloneNamesNoPlaceAndRemembersNothing() {
    StepTracker tracker = new StepTracker(plain);
    List<Intent> intents = tracker.classify(List.of(REQUEST, YES));

    assertThat(intents).extracting(Intent::dialogue).containsOnlyNulls();
    assertThat(tracker.classify(List.of(YES)).get(0).label()).isEqualTo(intents.get(1).label());
    assertThat(tracker.logits(List.of(YES))[0])
        .containsExactly(plain.read(List.of("네."))[0], within(1e-5f));
  }

  @Test
  void noUtterancesAreNoIntents() {
    assertThat(new StepTracker(following).classify(List.of())).isEmpty();
    assertThat(new StepTracker(plain).logits(List.of())).isEmpty();
  }
}
