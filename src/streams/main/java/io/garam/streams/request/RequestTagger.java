package io.garam.streams.request;

import io.garam.streams.batching.GuardedModel;
import io.garam.streams.batching.IntentModel;
import io.garam.streams.batching.ModelChoice;
import io.garam.streams.batching.Preparation;
import io.garam.streams.batching.Prepared;
import io.garam.streams.batching.Prepared.Forwarded;
import io.garam.streams.batching.Prepared.Read;
import io.garam.streams.event.EventReader;
import io.garam.streams.event.IntentSerializer;
import io.garam.streams.event.UntaggableEventException;
import io.garam.streams.memory.DialogueEntry;
import io.garam.streams.memory.DialogueModel;
import io.garam.streams.memory.DialogueStates.LoadedDialogue;
import io.garam.streams.statistics.TaggingCounter;
import io.garam.streams.topology.DialogueJudgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tagger of single requests: answers for events what the stream would write for them, by the same
 * steps, and remembers nothing. Safe for many threads.
 */
public final class RequestTagger {

  /** A request has no stream time: nothing that it says is ever idle. */
  private static final long NOW = 0;

  private final Preparation preparation;

  public RequestTagger(Preparation preparation) {
    this.preparation = preparation;
  }

  /** Returns a tagger for which no stream is needed. */
  public static RequestTagger of(IntentModel model, EventReader events) {
    return new RequestTagger(
        new Preparation(events, ModelChoice.always(model), new TaggingCounter()));
  }

  /**
   * Tags events, with one run of the model.
   *
   * @param events the values of records; of one dialogue, in order, where the model follows
   *     dialogues
   * @return what the output topic would carry for each, in the order given
   * @throws UntaggableEventException if one would be a dead letter; of several, it says which
   * @throws IllegalStateException if the model fails on everything, or is closed
   */
  public List<byte[]> tag(List<byte[]> events) {
    List<byte[]> outputs = new ArrayList<>(events.size());
    Dialogue dialogue = new Dialogue(new IntentSerializer());
    for (Prepared prepared : preparation.prepare(events)) {
      try {
        outputs.add(dialogue.output(prepared));
      } catch (UntaggableEventException e) {
        throw events.size() == 1 ? e : numbered(e, outputs.size() + 1, events.size());
      }
    }
    return outputs;
  }

  private static UntaggableEventException numbered(UntaggableEventException e, int one, int all) {
    return new UntaggableEventException(
        e.code(), "Utterance " + one + " of " + all + ": " + e.reason());
  }

  /** The dialogue of one request. */
  private static final class Dialogue {

    private final IntentSerializer intents;
    private @Nullable DialogueEntry said;

    Dialogue(IntentSerializer intents) {
      this.intents = intents;
    }

    byte[] output(Prepared prepared) {
      if (prepared instanceof Read read) {
        return tagged(read).output(intents);
      }
      Forwarded ready = (Forwarded) prepared;
      byte[] output = Objects.requireNonNull(ready.output(intents), "an event is no tombstone");
      if (ready.endsDialogue()) {
        said = null;
      }
      return output;
    }

    private Prepared.Tagged tagged(Read read) {
      GuardedModel guarded = new GuardedModel(read.model());
      DialogueModel steps = read.model().dialogue();
      if (steps == null) {
        return new Prepared.Tagged(read.event(), guarded.decide(read.row()));
      }
      DialogueEntry before = said == null ? DialogueEntry.first(steps, NOW) : said;
      DialogueJudgement judgement =
          DialogueJudgement.of(
              read,
              new LoadedDialogue(before, false),
              guarded.step(read.turn(before.memory()), steps),
              NOW);
      said = judgement.tagged().endsDialogue() ? null : judgement.next();
      return judgement.tagged();
    }
  }
}
