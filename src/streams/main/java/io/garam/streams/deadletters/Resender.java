package io.garam.streams.deadletters;

import io.garam.streams.client.OffsetRange;
import io.garam.streams.client.TopicReader;
import io.garam.streams.limits.RecordError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Sender of dead letters' events to their topics again, each exactly once, also across crashes and
 * beside another sender: the events and the offsets of their letters are committed together.
 *
 * <p>It ends at what was the end of the topic when it began, so that an event that fails again is
 * not sent in a circle. Events go out in the order of their letters within a partition, and to the
 * partition that their key gives. Not safe for many threads.
 */
public final class Resender implements AutoCloseable {

  private final LetterProducer producer;
  private final Dispatcher dispatcher;
  private final TopicReader reader;
  private final List<OffsetRange> waiting;
  private final LetterBatch open = new LetterBatch();

  private Resender(
      LetterProducer producer,
      Dispatcher dispatcher,
      TopicReader reader,
      List<OffsetRange> waiting) {
    this.producer = producer;
    this.dispatcher = dispatcher;
    this.reader = reader;
    this.waiting = waiting;
  }

  /**
   * Takes over from any other replay of the group, and finds what is left to send.
   *
   * @throws io.garam.nlu.GaramException if there is no such dead-letter topic, or the brokers do
   *     not answer
   */
  public static Resender begin(DeadLetterTopic letters, ResendRequest request) {
    List<AutoCloseable> opened = new ArrayList<>();
    TopicReader reader = new TopicReader(letters.brokers());
    opened.add(reader);
    try {
      List<OffsetRange> all = letters.all(reader);
      Dispatcher dispatcher = new Dispatcher(letters.brokers(), request);
      opened.add(dispatcher);
      LetterProducer producer = new LetterProducer(letters, request.written(letters.name()));
      opened.add(producer);
      // Only now: offsets that were read before could be those of a replay that still went on.
      return new Resender(producer, dispatcher, reader, letters.waiting(all, true));
    } catch (RuntimeException e) {
      closeAfter(e, opened);
      throw e;
    }
  }

  private static void closeAfter(RuntimeException failure, List<AutoCloseable> opened) {
    for (AutoCloseable each : opened) {
      try {
        each.close();
      } catch (Exception e) {
        failure.addSuppressed(e);
      }
    }
  }

  /** Returns how many offsets there are to go through, an upper bound of the letters. */
  public long size() {
    return OffsetRange.size(waiting);
  }

  /**
   * Sends. What is committed when it fails stays so, and the next replay begins there.
   *
   * @param progress told of each further number of letters that are committed
   * @throws io.garam.nlu.GaramException if the brokers do not answer, or another replay takes over
   */
  public ResendResult run(LongConsumer progress) {
    ResendResult resent = new ResendResult();
    reader.read(
        waiting,
        record -> {
          open.add(dispatcher.of(new Letter(record)));
          if (open.isFull()) {
            commit(resent, progress);
          }
        });
    if (!open.isEmpty()) {
      commit(resent, progress);
    }
    return resent;
  }

  private void commit(ResendResult resent, LongConsumer progress) {
    write(open.dispatches());
    open.dispatches().forEach(resent::add);
    progress.accept(open.dispatches().size());
    open.clear();
  }

  /**
   * Writes, and finds by halves what the brokers refuse: of the records of one transaction that
   * fails, Kafka's producer gives also others the exception of the one at fault.
   */
  private void write(List<Dispatch> dispatches) {
    Optional<RecordError> error = producer.write(dispatches);
    if (error.isEmpty()) {
      return;
    }
    if (dispatches.size() == 1) {
      dispatches.set(0, dispatches.get(0).refused(error.get()));
      write(dispatches);
      return;
    }
    int half = dispatches.size() / 2;
    write(dispatches.subList(0, half));
    write(dispatches.subList(half, dispatches.size()));
  }

  @Override
  public void close() {
    producer.close();
    dispatcher.close();
    reader.close();
  }
}
