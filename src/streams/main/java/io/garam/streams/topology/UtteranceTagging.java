package io.garam.streams.topology;

import io.garam.streams.batching.GuardedModel;
import io.garam.streams.batching.Prepared;
import io.garam.streams.batching.Prepared.Forwarded;
import io.garam.streams.batching.Prepared.Read;
import io.garam.streams.batching.Prepared.Tagged;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Judges each utterance alone. */
record UtteranceTagging(OutputWriter output) implements Tagging {

  @Override
  public void tag(FixedKeyRecord<byte[], Prepared> record) {
    if (record.value() instanceof Read read) {
      output.send(
          record, new Tagged(read.event(), new GuardedModel(read.model()).decide(read.row())));
    } else if (record.value() instanceof Forwarded ready) {
      output.send(record, ready);
    }
  }
}
