package io.garam.streams.shadow;

import io.garam.nlu.Intent;
import io.garam.nlu.Intent.Place;
import io.garam.nlu.dialogue.Step;
import io.garam.nlu.dialogue.StepBatches;
import io.garam.nlu.dialogue.StepBatches.EncodedTurn;
import io.garam.streams.batching.IntentModel;
import io.garam.streams.memory.DialogueModel;
import io.garam.streams.shadow.OfferedEvent.DialogueEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads events as a tagger of its model would, with what is remembered of their dialogues. Not safe
 * for many threads.
 */
final class ShadowReader {

  private final IntentModel model;
  private final @Nullable DialogueModel steps;
  private final @Nullable FollowedDialogues dialogues;

  ShadowReader(IntentModel model) {
    this.model = model;
    this.steps = model.dialogue();
    this.dialogues = steps == null ? null : new FollowedDialogues(steps::initialState);
  }

  /**
   * An event that the model can judge.
   *
   * @param dialogue of which it is the next utterance; null where the model judges each alone
   */
  record Judged(AnsweredEvent event, @Nullable FollowedDialogue dialogue) {

    FollowedDialogue followed() {
      return Objects.requireNonNull(dialogue, "the dialogue of a model that follows them");
    }
  }

  /** Returns those of a batch that the model can judge, in the order given. */
  List<Judged> judged(List<OfferedEvent> batch) {
    List<Judged> judged = new ArrayList<>(batch.size());
    for (OfferedEvent offered : batch) {
      if (offered instanceof AnsweredEvent event) {
        FollowedDialogue dialogue = dialogues == null ? null : dialogues.next(event);
        if ((dialogues == null || dialogue != null) && !model.isBlank(event.event().text())) {
          judged.add(new Judged(event, dialogue));
        }
      } else if (dialogues != null && offered instanceof DialogueEnd end) {
        dialogues.end(end.dialogue());
      }
    }
    return judged;
  }

  /**
   * Returns the model's intents, in the order given. Where it fails, the dialogues are broken off.
   */
  List<Intent> read(List<Judged> events) {
    try {
      float[][] rows = model.read(events.stream().map(one -> one.event().event().text()).toList());
      return steps == null ? decide(rows) : decide(steps(events, rows, steps));
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      if (steps != null) {
        events.forEach(event -> event.followed().breakOff());
      }
      throw e;
    }
  }

  private List<Intent> decide(float[][] rows) {
    List<Intent> intents = new ArrayList<>(rows.length);
    for (float[] row : rows) {
      intents.add(model.decide(row));
    }
    return intents;
  }

  private List<Intent> decide(List<Step> taken) {
    return taken.stream()
        .map(
            step ->
                model.decide(step.logits()).at(new Place(step.after().utterances(), null, null)))
        .toList();
  }

  private static List<Step> steps(List<Judged> events, float[][] rows, DialogueModel steps) {
    List<EncodedTurn<FollowedDialogue>> said = new ArrayList<>(events.size());
    for (int i = 0; i < rows.length; i++) {
      Judged one = events.get(i);
      said.add(new EncodedTurn<>(one.followed(), rows[i], one.event().event().speaker()));
    }
    List<Step> taken = StepBatches.step(said, FollowedDialogue::memory, steps::step);
    for (int i = 0; i < taken.size(); i++) {
      said.get(i).dialogue().remember(taken.get(i).after());
    }
    return taken;
  }
}
