package io.garam.nlu.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.garam.nlu.GaramException;
import io.garam.nlu.Intent;
import io.garam.nlu.Intent.Place;
import io.garam.nlu.ShippedModel;
import io.garam.nlu.Utterance;
import io.garam.nlu.bundle.ModelBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DialogueTrackerTest {

  private static final Utterance REQUEST = new Utterance("방 하나 예약해 주세요.", "a", "user");
  private static final Utterance YES = new Utterance("네.", "a", "system");

  private static IntentClassifier classifier;

  @BeforeAll
  static void load() {
    classifier = IntentClassifier.load(ShippedModel.WITH_DIALOGUES);
  }

  @AfterAll
  static void close() {
    classifier.close();
  }

  private static DialogueTracker tracker() {
    return new DialogueTracker(classifier);
  }

  private static List<String> acts(List<Intent> intents) {
    return intents.stream().map(Intent::label).toList();
  }

  /** Three dialogues, their utterances in turn. */
  private static List<Utterance> mixed() {
    List<Utterance> said = new ArrayList<>();
    List<String> texts =
        List.of("여보세요?", "네.", "두 명이요?", "네.", "세 시요.", "감사합니다.", "네.", "안녕히 계세요.");
    for (int i = 0; i < 3 * texts.size(); i++) {
      String text = texts.get((i / 3 + i % 3) % texts.size());
      said.add(new Utterance(text, "d" + i % 3, i / 3 % 2 == 0 ? "system" : "user"));
    }
    return said;
  }

  @Test
  void allAtOnceAndOneByOneComeToTheSame() {
    DialogueTracker oneByOne = tracker();
    float[][] together = tracker().probabilities(mixed());

    for (int i = 0; i < together.length; i++) {
      assertThat(oneByOne.probabilities(List.of(mixed().get(i)))[0])
          .containsExactly(together[i], within(1e-5f));
    }
  }

  @Test
  void theSameTextHasAnotherActAfterARequest() {
    DialogueTracker tracker = tracker();

    assertThat(acts(tracker.classify(List.of(REQUEST, YES)))).containsExactly("request", "promise");
    assertThat(acts(tracker().classify(List.of(YES)))).doesNotContain("promise");
  }

  @Test
  void whatIsForgottenBeginsAnewAndWhatStandsAloneIsNotRemembered() {
    DialogueTracker tracker = tracker();
    var request = tracker.classify(List.of(REQUEST));
    tracker.forget("a");
    List<Intent> anew = tracker.classify(List.of(YES));

    assertThat(request.get(0).dialogue()).isEqualTo(new Place(1, null, null));
    assertThat(anew.get(0)).isEqualTo(tracker().classify(List.of(YES)).get(0));
    Utterance alone = Utterance.alone("네.");
    assertThat(tracker.classify(List.of(alone, alone)))
        .allSatisfy(intent -> assertThat(intent.dialogue()).isEqualTo(new Place(1, null, null)));
  }

  @Test
  void aStepThatWasTamperedWithIsRefused(@TempDir Path folder) throws IOException {
    Path step =
        ShippedModel.copyTo(folder, ShippedModel.WITH_DIALOGUES).resolve(ModelBundle.DIALOGUE_STEP);
    byte[] content = Files.readAllBytes(step);
    content[content.length / 2] ^= 1;
    Files.write(step, content);

    assertThatThrownBy(() -> IntentClassifier.load(folder))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining(ModelBundle.DIALOGUE_STEP)
        .hasMessageContaining("SHA-256");
  }
}
