package io.garam.streams.batching;

import io.garam.nlu.Intent;
import io.garam.nlu.dialogue.Step;
import io.garam.nlu.dialogue.Turn;
import io.garam.streams.batching.Prepared.Read;
import io.garam.streams.event.Event;
import io.garam.streams.event.ReasonCode;
import io.garam.streams.event.UntaggableEventException;
import io.garam.streams.memory.DialogueModel;
import java.util.List;
import java.util.function.Supplier;

/**
 * Guard around a model that is asked about one event at a time, and whose failure is told apart:
 * where it works on another text, the event is to blame and becomes a dead letter. A model that
 * fails on everything must stop the stream, not empty it into dead letters.
 */
public record GuardedModel(IntentModel model) {

  /** Something any working model can classify, in whatever language it was trained. */
  private static final String PROBE = "0";

  /**
   * Reads the text of an event as {@link IntentModel#read} does.
   *
   * @throws UntaggableEventException if the model fails on this text alone
   * @throws IllegalStateException if the model fails on everything
   */
  public Read read(Event event) {
    return new Read(event, model, guarded(() -> model.read(List.of(event.text()))[0]), null);
  }

  /**
   * Takes a step as {@link DialogueModel#step} does.
   *
   * @throws UntaggableEventException if the model fails on this turn alone
   * @throws IllegalStateException if the model fails on everything
   */
  public Step step(Turn turn, DialogueModel dialogue) {
    return guarded(() -> dialogue.step(List.of(turn)).get(0));
  }

  /**
   * Decides as {@link IntentModel#decide} does.
   *
   * @throws UntaggableEventException if the model fails on these logits alone
   * @throws IllegalStateException if the model fails on everything
   */
  public Intent decide(float[] logits) {
    return guarded(() -> model.decide(logits));
  }

  private <T> T guarded(Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      requireWorking(e);
      throw new UntaggableEventException(
          ReasonCode.MODEL_FAILED,
          "Expected the model to classify this event, but it failed on it and on no other: "
              + e
              + ".");
    }
  }

  private void requireWorking(Throwable failure) {
    try {
      float[] row = model.read(List.of(PROBE))[0];
      DialogueModel dialogue = model.dialogue();
      var unused =
          model.decide(
              dialogue == null
                  ? row
                  : dialogue
                      .step(List.of(new Turn(row, null, dialogue.initialState())))
                      .get(0)
                      .logits());
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      throw new IllegalStateException("The model fails on every text: " + failure, failure);
    }
  }
}
