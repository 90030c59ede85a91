package io.garam.streams.topology;

import io.garam.nlu.Intent.Place;
import io.garam.nlu.dialogue.DialogueMemory;
import io.garam.nlu.dialogue.Step;
import io.garam.nlu.dialogue.Turn;
import io.garam.streams.batching.GuardedModel;
import io.garam.streams.batching.Prepared;
import io.garam.streams.batching.Prepared.Read;
import io.garam.streams.batching.Prepared.Ready;
import io.garam.streams.batching.Prepared.Tagged;
import io.garam.streams.memory.DialogueModel;
import io.garam.streams.memory.Dialogues;
import io.garam.streams.memory.Dialogues.Recollection;
import io.garam.streams.memory.Identifiers;
import io.garam.streams.statistics.TaggingStatistics;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Judges each utterance by what is remembered of its dialogue, and remembers it. An utterance that
 * is remembered already is judged and leaves the memory as it was.
 */
record DialogueTagging(
    GuardedModel model,
    DialogueModel steps,
    Dialogues dialogues,
    Outlet outlet,
    TaggingStatistics statistics)
    implements Tagging {

  @Override
  public void tag(Record<byte[], Prepared> record) {
    Bytes dialogue = Identifiers.dialogue(record.key());
    if (record.value() instanceof Read read) {
      tag(record, read, dialogue);
    } else if (record.value() instanceof Ready ready) {
      outlet.send(record, ready);
      if (dialogue != null && ready.endsDialogue()) {
        dialogues.forget(dialogue);
      }
    }
  }

  private void tag(Record<byte[], Prepared> record, Read read, @Nullable Bytes dialogue) {
    long now = outlet.context().currentStreamTimeMs();
    Long utterance = Identifiers.utterance(read.event().utteranceId());
    Recollection recalled = dialogues.recall(dialogue, now);
    DialogueMemory before = recalled.entry().memory();
    boolean duplicate = recalled.entry().has(utterance);
    Step step = step(read, before, now);
    DialogueMemory after = duplicate ? before : step.after();
    Place place =
        new Place(
            after.utterances(),
            duplicate ? true : null,
            recalled.otherModel() ? Place.OTHER_MODEL : null);
    Tagged tagged = new Tagged(read.event(), model.decide(step.logits()).at(place));
    outlet.send(record, tagged);
    if (dialogue == null) {
      return;
    }
    if (tagged.endsDialogue()) {
      dialogues.forget(dialogue);
    } else if (!duplicate) {
      dialogues.remember(dialogue, recalled.entry().after(after, now, utterance));
    }
  }

  private Step step(Read read, DialogueMemory before, long now) {
    Step foreseen =
        read.seen() == null
            ? null
            : read.seen()
                .from(before, dialogue -> dialogues.recall(dialogue, now).entry().memory(), steps);
    if (foreseen != null) {
      statistics.steppedAhead();
      return foreseen;
    }
    statistics.steppedAlone();
    return model.step(new Turn(read.row(), read.event().speaker(), before), steps);
  }
}
