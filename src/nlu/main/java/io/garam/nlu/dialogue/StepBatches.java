package io.garam.nlu.dialogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Step batches: groups the steps of independent dialogues, so that each group is one run. An
 * utterance has to wait for the one before it in its dialogue, but not for those of other
 * dialogues: the first of all dialogues go through the network together, then the second, and so
 * on. One run costs little more than one step.
 */
public final class StepBatches {

  private StepBatches() {}

  /**
   * An utterance that the model has read.
   *
   * @param dialogue which it belongs to, equal for utterances of one dialogue
   * @param vector what the model read
   * @param speaker who says it, null if not known
   */
  public record EncodedTurn<K>(K dialogue, float[] vector, @Nullable String speaker) {

    /** Returns that of an utterance whose dialogue may be null: then it has one of its own. */
    public static EncodedTurn<Object> of(
        @Nullable Object dialogue, float[] vector, @Nullable String speaker) {
      // Nothing else is equal to it.
      return new EncodedTurn<>(dialogue == null ? new Object() : dialogue, vector, speaker);
    }
  }

  /**
   * Steps through utterances.
   *
   * @param said in the order in which they were said within each dialogue
   * @param memories what is remembered of a dialogue before its first utterance here
   * @param network steps of independent dialogues, in one run
   * @return what came of each utterance, in the order given
   */
  public static <K> List<Step> step(
      List<EncodedTurn<K>> said,
      Function<K, DialogueMemory> memories,
      Function<List<Turn>, List<Step>> network) {
    List<@Nullable Step> steps = new ArrayList<>(Collections.nCopies(said.size(), null));
    Map<K, DialogueMemory> latest = new HashMap<>();
    for (List<Integer> stepBatch : stepBatches(said)) {
      List<Turn> turns = new ArrayList<>(stepBatch.size());
      for (int i : stepBatch) {
        EncodedTurn<K> one = said.get(i);
        turns.add(
            new Turn(
                one.vector(), one.speaker(), latest.computeIfAbsent(one.dialogue(), memories)));
      }
      List<Step> results = network.apply(turns);
      for (int i = 0; i < stepBatch.size(); i++) {
        steps.set(stepBatch.get(i), results.get(i));
        latest.put(said.get(stepBatch.get(i)).dialogue(), results.get(i).after());
      }
    }
    return steps.stream().map(Objects::requireNonNull).toList();
  }

  /** Returns indexes: the first utterance of each dialogue, then the second of each, and so on. */
  private static <K> List<List<Integer>> stepBatches(List<EncodedTurn<K>> said) {
    List<List<Integer>> stepBatches = new ArrayList<>();
    Map<K, Integer> depths = new HashMap<>();
    for (int i = 0; i < said.size(); i++) {
      int depth = depths.merge(said.get(i).dialogue(), 1, Integer::sum);
      if (depth > stepBatches.size()) {
        stepBatches.add(new ArrayList<>());
      }
      stepBatches.get(depth - 1).add(i);
    }
    return stepBatches;
  }
}
