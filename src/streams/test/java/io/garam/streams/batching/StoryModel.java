package io.garam.streams.batching;

import io.garam.nlu.Intent;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.dialogue.DialogueMemory;
import io.garam.nlu.dialogue.Step;
import io.garam.nlu.dialogue.Turn;
import io.garam.streams.memory.DialogueModel;
import java.util.ArrayList;
import java.util.List;

/**
 * A model that remembers every word: its answer is all that was said in the dialogue, each text
 * behind the speaker of the one before and its own, such as {@code ->user:hello user->system:hi}.
 */
public final class StoryModel implements IntentModel {

  private final KeywordModel words = new KeywordModel();
  private final List<Integer> runs = new ArrayList<>();
  private final String digest;

  public StoryModel(String digest) {
    this.digest = digest;
  }

  @Override
  public boolean isBlank(String text) {
    return words.isBlank(text);
  }

  @Override
  public float[][] read(List<String> texts) {
    return words.read(texts);
  }

  @Override
  public Intent decide(float[] logits) {
    return new Intent(
        KeywordModel.text(logits), 1, List.of(), new ModelReference("story", "1", digest), null);
  }

  /** Returns how many texts each call to read had. */
  public List<Integer> batches() {
    return words.batches();
  }

  /** Returns how many dialogues each run of the dialogue step had. */
  public List<Integer> runs() {
    return List.copyOf(runs);
  }

  @Override
  public DialogueModel dialogue() {
    return new DialogueModel() {
      @Override
      public String digest() {
        return digest;
      }

      @Override
      public boolean takes(DialogueMemory memory) {
        return true;
      }

      @Override
      public DialogueMemory initialState() {
        return new DialogueMemory(0, null, new float[0]);
      }

      @Override
      public List<Step> step(List<Turn> turns) {
        runs.add(turns.size());
        return turns.stream().map(StoryModel::step).toList();
      }
    };
  }

  private static Step step(Turn turn) {
    DialogueMemory before = turn.before();
    String story =
        KeywordModel.text(before.state())
            + (before.utterances() == 0 ? "" : " ")
            + (turn.speaker() == null ? "" : named(before.speaker()) + ">" + turn.speaker() + ":")
            + KeywordModel.text(turn.vector());
    float[] state = KeywordModel.row(story);
    return new Step(state, new DialogueMemory(before.utterances() + 1, turn.speaker(), state));
  }

  private static String named(String speaker) {
    return speaker == null ? "" : speaker;
  }
}
