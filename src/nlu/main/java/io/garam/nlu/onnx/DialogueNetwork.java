package io.garam.nlu.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtSession;
import io.garam.nlu.GaramException;
import io.garam.nlu.dialogue.DialogueSpec;
import io.garam.nlu.dialogue.Step;
import io.garam.nlu.dialogue.Turn;
import io.garam.nlu.onnx.TracedSession.Layer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/**
 * Session of the exported dialogue step in ONNX Runtime: an utterance's vector, who says it and the
 * state before go in, logits and the state after come out. This class is the contract between the
 * graph that training exports and the tagger:
 *
 * <ul>
 *   <li>{@link #VECTOR}, float {@code [batch, vector]}: the output of the {@link UtteranceNetwork}
 *   <li>{@link #SPEAKER}, int32 {@code [batch]}: rows of the table of speakers, see {@link
 *       DialogueSpec#speakerRow}
 *   <li>{@link #STATE}, float {@code [batch, state]}: zeros where nothing has been said
 *   <li>{@link #LOGITS}, float {@code [batch, labels]}, the first output
 *   <li>{@link #NEXT_STATE}, float {@code [batch, state]}, the second output
 * </ul>
 *
 * <p>Safe for many threads; each run uses one core, that of its caller.
 */
public final class DialogueNetwork implements AutoCloseable {

  public static final String VECTOR = "vector";
  public static final String SPEAKER = "speaker";
  public static final String STATE = "state";
  public static final String LOGITS = "logits";
  public static final String NEXT_STATE = "next_state";

  private final OnnxSession session;
  private final TracedSession traced;
  private final DialogueSpec spec;
  private final ConcurrentLinkedQueue<DialogueInputs> idle = new ConcurrentLinkedQueue<>();

  /**
   * Loads a graph.
   *
   * @param model a serialized ONNX model
   * @param source where it came from, for the message of an error
   * @param views how many views of an utterance the vector joins, each with a recurrent layer here
   * @throws GaramException if ONNX Runtime cannot load it
   */
  public DialogueNetwork(byte[] model, String source, DialogueSpec spec, int views) {
    this.session = new OnnxSession(model, source);
    this.traced =
        new TracedSession(
            model,
            source,
            IntStream.range(0, views)
                .mapToObj(view -> new Layer("view" + view, "_moment", "_start0"))
                .toList());
    this.spec = spec;
  }

  /** Returns how a dialogue is followed. */
  public DialogueSpec spec() {
    return spec;
  }

  /**
   * Steps through one utterance of each of some dialogues, in one run.
   *
   * @return what came of each turn, in the order given
   * @throws IllegalStateException if ONNX Runtime fails, or a number of the answer is not finite
   */
  public List<Step> step(List<Turn> turns) {
    if (turns.isEmpty()) {
      return List.of();
    }
    DialogueInputs waiting = idle.poll();
    DialogueInputs inputs = waiting == null ? new DialogueInputs() : waiting;
    inputs.fill(turns, spec);
    List<Step> steps = session.run(inputs::feed, result -> steps(turns, result));
    idle.add(inputs);
    return steps;
  }

  private List<Step> steps(List<Turn> turns, OrtSession.Result result) {
    FloatBuffer logits = ((OnnxTensor) result.get(0)).getFloatBuffer();
    FloatBuffer states = ((OnnxTensor) result.get(1)).getFloatBuffer();
    int labels = logits.remaining() / turns.size();
    List<Step> steps = new ArrayList<>(turns.size());
    for (Turn turn : turns) {
      float[] answer = new float[labels];
      float[] state = new float[spec.stateSize()];
      logits.get(answer);
      states.get(state);
      steps.add(new Step(FiniteNumbers.require(answer), turn.next(FiniteNumbers.require(state))));
    }
    return steps;
  }

  /** Steps through one utterance, and returns what the recurrent layer of each view did. */
  List<LayerRun> trace(Turn turn) {
    DialogueInputs inputs = new DialogueInputs();
    inputs.fill(List.of(turn), spec);
    return traced.run(inputs::feed);
  }

  /** Waits for runs under way, then frees the native sessions. */
  @Override
  public void close() {
    session.close();
    traced.close();
  }
}
