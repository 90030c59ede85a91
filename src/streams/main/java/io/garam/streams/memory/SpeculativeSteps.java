package io.garam.streams.memory;

import io.garam.nlu.dialogue.DialogueMemory;
import io.garam.nlu.dialogue.Step;
import io.garam.nlu.dialogue.StepBatches;
import io.garam.nlu.dialogue.StepBatches.EncodedTurn;
import io.garam.nlu.dialogue.Turn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Speculative steps of the utterances that one poll brought of one partition, taken together when
 * the first of them has its turn. All that came before in the partition has been processed then, so
 * what is remembered of each dialogue is what its next utterance here will meet, unless something
 * comes between: an end, a duplicate, a dead letter, a dialogue that was idle for too long.
 *
 * <p>So each step is validated: it counts only where the memory that it was taken from turns out to
 * be the true one, bit by bit. Which utterances were polled together, which is another matter after
 * a crash or a rebalance, thus decides nothing but the last bits of what ONNX Runtime computes for
 * one row of a batch. Not safe for many threads.
 */
public final class SpeculativeSteps {

  private final List<EncodedTurn<Object>> said = new ArrayList<>();
  private final List<DialogueMemory> before = new ArrayList<>();
  private @Nullable List<Step> steps;
  private boolean failed;

  /** The step of one utterance among the others. */
  public final class SpeculativeStep {

    private final int index;

    private SpeculativeStep(int index) {
      this.index = index;
    }

    /**
     * Returns the step of this utterance, if its premise holds.
     *
     * @param memory what is remembered of its dialogue now that it has its turn
     * @param memories what is remembered now of all dialogues; asked once, at the first turn of all
     */
    public @Nullable Step from(
        DialogueMemory memory, Function<Bytes, DialogueMemory> memories, DialogueModel model) {
      if (steps == null && !failed) {
        try {
          steps = stepAll(memories, model);
        } catch (FailedStepException e) {
          failed = true;
        }
      }
      return steps != null && before.get(index).isSameAs(memory) ? steps.get(index) : null;
    }
  }

  /**
   * Adds the next utterance of the partition.
   *
   * @param dialogue which it belongs to, null for one of its own
   * @param vector what the model read
   * @param speaker who says it, null if not known
   */
  public SpeculativeStep add(@Nullable Bytes dialogue, float[] vector, @Nullable String speaker) {
    said.add(EncodedTurn.of(dialogue, vector, speaker));
    return new SpeculativeStep(said.size() - 1);
  }

  private List<Step> stepAll(Function<Bytes, DialogueMemory> memories, DialogueModel model) {
    Map<Object, DialogueMemory> latest = new HashMap<>();
    List<Step> all =
        StepBatches.step(
            said,
            dialogue -> {
              DialogueMemory first =
                  dialogue instanceof Bytes known ? memories.apply(known) : model.initialState();
              latest.put(dialogue, first);
              return first;
            },
            turns -> step(turns, model));
    for (int i = 0; i < all.size(); i++) {
      DialogueMemory met = latest.put(said.get(i).dialogue(), all.get(i).after());
      before.add(Objects.requireNonNull(met, "the memory that the step was taken from"));
    }
    return all;
  }

  private static List<Step> step(List<Turn> turns, DialogueModel model) {
    try {
      return model.step(turns);
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      throw new FailedStepException(e);
    }
  }
}
