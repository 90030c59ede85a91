package io.garam.nlu.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.garam.nlu.Intent;
import io.garam.nlu.ShippedModel;
import io.garam.nlu.Utterance;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What texts without a dialogue are answered, with a model of each kind. */
final class ClassifiedTextsTest {

  private static IntentClassifier following;
  private static IntentClassifier plain;

  @BeforeAll
  static void load() {
    following = IntentClassifier.load(ShippedModel.WITH_DIALOGUES);
    plain = IntentClassifier.load(ShippedModel.FOLDER);
  }

  @AfterAll
  static void close() {
    following.close();
    plain.close();
  }

  @Test
  void oneTextAloneIsTheFirstOfADialogue() {
    Intent alone = following.classify("네.");
    Intent first = new DialogueTracker(following).classify(List.of(Utterance.alone("네."))).get(0);
    assertThat(alone).isEqualTo(first);
    assertThat(alone.dialogue()).isEqualTo(new Intent.Place(1, null, null));
  }

  @Test
  void confidencesAreProbabilitiesOfTheModelsLabels() {
    List<String> texts = List.of("네", "뭐?", "ㅋㅋㅋ", "👨\u200d👩\u200d👧", "\ud83d", "ab cd", "שלום");
    for (IntentClassifier classifier : List.of(following, plain)) {
      for (float[] probabilities : classifier.probabilities(texts)) {
        assertThat(probabilities).hasSameSizeAs(classifier.labels());
        double sum = 0;
        for (float probability : probabilities) {
          assertThat(probability).isBetween(0f, 1f);
          sum += probability;
        }
        assertThat(sum).isCloseTo(1, within(1e-5));
      }
      assertThat(classifier.classify(texts).stream().flatMap(ClassifiedTextsTest::labels))
          .isSubsetOf(classifier.labels());
    }
  }

  private static Stream<String> labels(Intent intent) {
    return intent.alternatives().stream().map(Intent.Alternative::label);
  }
}
