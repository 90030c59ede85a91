package io.garam.streams.topology;

import io.garam.streams.batching.Prepared;
import io.garam.streams.event.UntaggableEventException;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** What becomes of a record, in one task. */
interface Tagging {

  /**
   * Sends the output record.
   *
   * @throws UntaggableEventException for what must become a dead letter; all is then as if the
   *     record had not been there
   */
  void tag(FixedKeyRecord<byte[], Prepared> record);
}
