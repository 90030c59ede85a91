package io.garam.streams.topology;

import io.garam.nlu.Intent.Place;
import io.garam.nlu.dialogue.DialogueMemory;
import io.garam.nlu.dialogue.Step;
import io.garam.streams.batching.GuardedModel;
import io.garam.streams.batching.Prepared.Read;
import io.garam.streams.batching.Prepared.Tagged;
import io.garam.streams.memory.DialogueEntry;
import io.garam.streams.memory.DialogueStates.LoadedDialogue;
import io.garam.streams.memory.Identifiers;

/**
 * Judgement of an utterance at its place in a dialogue.
 *
 * @param tagged the event with its intent
 * @param next what is remembered of the dialogue from now on
 * @param duplicate whether the utterance was remembered already, so that nothing changes
 */
public record DialogueJudgement(Tagged tagged, DialogueEntry next, boolean duplicate) {

  /**
   * Judges an utterance.
   *
   * @param loaded what is remembered of its dialogue
   * @param step the dialogue step from there
   * @param now the stream time
   */
  public static DialogueJudgement of(Read read, LoadedDialogue loaded, Step step, long now) {
    DialogueEntry entry = loaded.entry();
    Long utterance = Identifiers.utterance(read.event().utteranceId());
    boolean duplicate = entry.has(utterance);
    DialogueMemory after = duplicate ? entry.memory() : step.after();
    Place place =
        new Place(
            after.utterances(),
            duplicate ? true : null,
            loaded.replacesOtherModel() ? Place.OTHER_MODEL : null);
    return new DialogueJudgement(
        new Tagged(read.event(), new GuardedModel(read.model()).decide(step.logits()).at(place)),
        duplicate ? entry : entry.after(after, now, utterance),
        duplicate);
  }
}
