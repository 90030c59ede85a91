package io.garam.streams.batching;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import io.garam.nlu.Intent;
import io.garam.nlu.dialogue.DialogueMemory;
import io.garam.nlu.dialogue.Step;
import io.garam.nlu.dialogue.Turn;
import io.garam.streams.event.Event;
import io.garam.streams.event.EventField;
import io.garam.streams.event.EventReader;
import io.garam.streams.event.ExistingIntent;
import io.garam.streams.event.ReasonCode;
import io.garam.streams.event.UntaggableEventException;
import io.garam.streams.memory.DialogueModel;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedModelTest {

  private static final KeywordModel WORDS = new KeywordModel();

  /** A model of which a part fails on everything. */
  private record Broken(boolean reads, boolean decides, DialogueModel dialogue)
      implements IntentModel {
    @Override
    public boolean isBlank(String text) {
      return false;
    }

    @Override
    public float[][] read(List<String> texts) {
      if (!reads) {
        throw new IllegalStateException("reads nothing");
      }
      return WORDS.read(texts);
    }

    @Override
    public Intent decide(float[] logits) {
      if (!decides) {
        throw new AssertionError("decides nothing");
      }
      return WORDS.decide(logits);
    }
  }

  /** A dialogue step that fails on all turns, or on those of one speaker. */
  private record Steps(String fails) implements DialogueModel {
    @Override
    public String digest() {
      return "d";
    }

    @Override
    public DialogueMemory initialState() {
      return new DialogueMemory(0, null, new float[0]);
    }

    @Override
    public boolean takes(DialogueMemory memory) {
      return true;
    }

    @Override
    public List<Step> step(List<Turn> turns) {
      if (fails == null || fails.equals(turns.get(0).speaker())) {
        throw new IllegalStateException("steps no further");
      }
      return turns.stream().map(turn -> new Step(turn.vector(), turn.before())).toList();
    }
  }

  private static Event event(String text) {
    byte[] value = ("{\"text\":\"" + text + "\"}").getBytes(UTF_8);
    return new EventReader(
            Map.of(EventField.TEXT, JsonPointer.compile("/text")), ExistingIntent.REPLACE, 1 << 20)
        .read(value);
  }

  private static Turn turn(String speaker) {
    return new Turn(KeywordModel.row("text"), speaker, new DialogueMemory(0, null, new float[0]));
  }

  private static void assertToBlame(ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            UntaggableEventException.class,
            e -> assertThat(e.code()).isEqualTo(ReasonCode.MODEL_FAILED))
        .hasMessageStartingWith(
            "Expected the model to classify this event, but it failed on it and on no other: ")
        .hasMessageEndingWith(".");
  }

  @Test
  void whatTheModelSaysIsHandedOn() {
    GuardedModel model = new GuardedModel(WORDS);
    assertThat(model.read(event("text")).row()).isEqualTo(KeywordModel.row("text"));
    assertThat(model.decide(KeywordModel.row("text")).label()).isEqualTo("text");
    assertThat(model.step(turn("user"), new Steps("other")).logits())
        .isEqualTo(KeywordModel.row("text"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fail", "overflow"})
  void aTextOnWhichAModelFailsThatWorksOnOthersIsToBlame(String text) {
    assertToBlame(() -> new GuardedModel(WORDS).read(event(text)));
  }

  @Test
  void logitsOnWhichAModelFailsThatWorksOnOthersAreToBlame() {
    assertToBlame(() -> new GuardedModel(WORDS).decide(null));
  }

  @Test
  void aTurnOnWhichAModelFailsThatWorksOnOthersIsToBlame() {
    Steps steps = new Steps("user");
    assertToBlame(() -> new GuardedModel(new Broken(true, true, steps)).step(turn("user"), steps));
  }

  @Test
  void aModelThatReadsNothingStopsTheStream() {
    assertThatThrownBy(() -> new GuardedModel(new Broken(false, true, null)).read(event("text")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The model fails on every text: java.lang.IllegalStateException: reads nothing")
        .hasRootCauseMessage("reads nothing");
  }

  @Test
  void aModelThatDecidesNothingStopsTheStream() {
    assertThatThrownBy(() -> new GuardedModel(new Broken(true, false, null)).decide(new float[0]))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("The model fails on every text: ");
  }

  @Test
  void aModelThatStepsNoFurtherStopsTheStream() {
    Steps none = new Steps(null);
    assertThatThrownBy(
            () -> new GuardedModel(new Broken(true, true, none)).step(turn("user"), none))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("steps no further");
  }
}
