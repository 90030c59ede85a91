package io.garam.streams.batching;

import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Trace of polls: surrounds the model's work on what each poll brought. */
public interface PollTrace {

  /** No trace. */
  PollTrace NONE = (records, work) -> work.get();

  /**
   * Does the work.
   *
   * @param records at least one
   * @return what the work returns
   */
  List<Prepared> around(
      List<ConsumerRecord<byte[], byte[]>> records, Supplier<List<Prepared>> work);
}
