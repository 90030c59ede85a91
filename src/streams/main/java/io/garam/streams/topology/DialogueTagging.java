package io.garam.streams.topology;

import io.garam.nlu.dialogue.DialogueMemory;
import io.garam.nlu.dialogue.Step;
import io.garam.streams.batching.GuardedModel;
import io.garam.streams.batching.IntentModel;
import io.garam.streams.batching.ModelChoice;
import io.garam.streams.batching.Prepared;
import io.garam.streams.batching.Prepared.Forwarded;
import io.garam.streams.batching.Prepared.Read;
import io.garam.streams.memory.DialogueEntry;
import io.garam.streams.memory.DialogueModel;
import io.garam.streams.memory.DialogueStates;
import io.garam.streams.memory.DialogueStates.LoadedDialogue;
import io.garam.streams.memory.Identifiers;
import io.garam.streams.statistics.TaggingCounter;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;

/**
 * Judges each utterance by what is remembered of its dialogue, and remembers it. An utterance that
 * is remembered already is judged and leaves the memory as it was.
 */
record DialogueTagging(
    ModelChoice models, DialogueStates dialogues, OutputWriter output, TaggingCounter statistics)
    implements Tagging {

  @Override
  public void tag(FixedKeyRecord<byte[], Prepared> record) {
    boolean alone = output.hasNoDialogue(record);
    Bytes dialogue = alone ? null : Identifiers.dialogue(record.key());
    if (record.value() instanceof Read read) {
      tag(record, read, dialogue);
    } else if (record.value() instanceof Forwarded ready) {
      output.send(record, ready);
      if (dialogue != null && ready.endsDialogue()) {
        forget(dialogue);
      }
    }
  }

  private void tag(FixedKeyRecord<byte[], Prepared> record, Read polled, @Nullable Bytes dialogue) {
    long now = output.context().currentStreamTimeMs();
    DialogueEntry found = dialogues.find(dialogue, now);
    Read read = readByModelOf(dialogue, found, polled);
    DialogueModel steps = steps(read.model());
    LoadedDialogue loaded = DialogueStates.state(found, now, steps);
    Step step = step(read, steps, loaded.entry().memory(), now);
    DialogueJudgement judgement = DialogueJudgement.of(read, loaded, step, now);
    output.send(record, judgement.tagged());
    if (dialogue == null) {
      return;
    }
    if (judgement.tagged().endsDialogue()) {
      forget(dialogue);
    } else if (!judgement.duplicate()) {
      dialogues.remember(dialogue, judgement.next());
    }
  }

  private void forget(Bytes dialogue) {
    dialogues.forget(dialogue);
    models.ended(dialogue);
  }

  /**
   * Returns an utterance as the model reads it that goes on with its dialogue, or begins it. That
   * another model has read it is seldom: it gave way to the current one since the poll, or the
   * current one since has a dialogue that an earlier one began.
   */
  private Read readByModelOf(@Nullable Bytes dialogue, @Nullable DialogueEntry found, Read polled) {
    if (dialogue == null) {
      return polled;
    }
    IntentModel model = polled.model();
    if (found == null) {
      model = models.beginning(dialogue);
    } else if (!found.model().equals(steps(model).digest())) {
      IntentModel goingOn = models.goingOn(dialogue, found.model());
      model = goingOn == null ? models.beginning(dialogue) : goingOn;
    }
    return model == polled.model() ? polled : new GuardedModel(model).read(polled.event());
  }

  private static DialogueModel steps(IntentModel model) {
    return Objects.requireNonNull(model.dialogue(), "a model that follows dialogues");
  }

  private Step step(Read read, DialogueModel steps, DialogueMemory before, long now) {
    Step speculative =
        read.speculative() == null
            ? null
            : read.speculative()
                .from(
                    before,
                    other ->
                        DialogueStates.state(dialogues.find(other, now), now, steps)
                            .entry()
                            .memory(),
                    steps);
    if (speculative != null) {
      statistics.speculativeSteps();
      return speculative;
    }
    statistics.steppedAlone();
    return new GuardedModel(read.model()).step(read.turn(before), steps);
  }
}
