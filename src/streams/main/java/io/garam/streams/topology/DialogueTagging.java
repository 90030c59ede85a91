package io.garam.streams.topology;

import io.garam.nlu.dialogue.DialogueMemory;
import io.garam.nlu.dialogue.Step;
import io.garam.streams.batching.GuardedModel;
import io.garam.streams.batching.Prepared;
import io.garam.streams.batching.Prepared.Forwarded;
import io.garam.streams.batching.Prepared.Read;
import io.garam.streams.memory.DialogueModel;
import io.garam.streams.memory.DialogueStates;
import io.garam.streams.memory.DialogueStates.LoadedDialogue;
import io.garam.streams.memory.Identifiers;
import io.garam.streams.statistics.TaggingCounter;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;

/**
 * Judges each utterance by what is remembered of its dialogue, and remembers it. An utterance that
 * is remembered already is judged and leaves the memory as it was.
 */
record DialogueTagging(
    GuardedModel model,
    DialogueModel steps,
    DialogueStates dialogues,
    OutputWriter output,
    TaggingCounter statistics)
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
        dialogues.forget(dialogue);
      }
    }
  }

  private void tag(FixedKeyRecord<byte[], Prepared> record, Read read, @Nullable Bytes dialogue) {
    long now = output.context().currentStreamTimeMs();
    LoadedDialogue loaded = dialogues.load(dialogue, now);
    Step step = step(read, loaded.entry().memory(), now);
    DialogueJudgement judgement = DialogueJudgement.of(read, loaded, step, now, model);
    output.send(record, judgement.tagged());
    if (dialogue == null) {
      return;
    }
    if (judgement.tagged().endsDialogue()) {
      dialogues.forget(dialogue);
    } else if (!judgement.duplicate()) {
      dialogues.remember(dialogue, judgement.next());
    }
  }

  private Step step(Read read, DialogueMemory before, long now) {
    Step speculative =
        read.speculative() == null
            ? null
            : read.speculative()
                .from(before, dialogue -> dialogues.load(dialogue, now).entry().memory(), steps);
    if (speculative != null) {
      statistics.speculativeSteps();
      return speculative;
    }
    statistics.steppedAlone();
    return model.step(read.turn(before), steps);
  }
}
