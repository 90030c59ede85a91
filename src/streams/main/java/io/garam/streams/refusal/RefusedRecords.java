package io.garam.streams.refusal;

import io.garam.streams.event.SourcePosition;
import io.garam.streams.limits.RecordError;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Refused records: remembers by their source position the events of which the brokers refused a
 * record. A refusal spoils the transaction, so its events are read again, and then this says which
 * of them to leave out. It is remembered in memory alone: another instance finds out the same for
 * itself. Safe for many threads.
 */
public final class RefusedRecords {

  /** Far more than wait between a refusal and the next reading; the oldest is forgotten. */
  private static final int MOST_REMEMBERED = 100_000;

  /** Kafka's producer has no type of exception for it, and may tell of it first. */
  private static final String NEIGHBOUR = "because it was part of a batch which had one more";

  /** What has become known of refusals since somebody asked. */
  public enum News {
    /** Nothing was refused. */
    NONE,
    /** What was refused is no fault of one event, or of none that is known. */
    NOTHING_TO_LEAVE_OUT,
    /**
     * An event is tried otherwise from now on, because of its own size, time or key. That happens
     * to each three times at most: then the stream goes on without it.
     */
    EVENT_TO_LEAVE_OUT
  }

  private final String deadLetterTopic;
  private final String outputTopic;

  /** One for each tagger, since an instance ends with its threads. */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable RecordMetadata> processing = new ThreadLocal<>();

  private final Map<SourcePosition, Refusal> refusals =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Entry<SourcePosition, Refusal> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };
  private volatile boolean any;
  private News news = News.NONE;

  public RefusedRecords(String outputTopic, String deadLetterTopic) {
    this.outputTopic = outputTopic;
    this.deadLetterTopic = deadLetterTopic;
  }

  /** Says whether a failure comes of a record that was refused, or was sent with such a one. */
  public static boolean isRefusal(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (RecordError.of(t).isPresent() || String.valueOf(t.getMessage()).contains(NEIGHBOUR)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Notes which event the calling thread processes from now on, to which what it sends belongs.
   *
   * @return what was refused of it, null if nothing
   */
  public @Nullable Refusal processing(@Nullable RecordMetadata source) {
    processing.set(source);
    return any && source != null
        ? of(
            new SourcePosition(
                new TopicPartition(source.topic(), source.partition()), source.offset()))
        : null;
  }

  /** Returns what was refused of an event, null if nothing. */
  public @Nullable Refusal of(SourcePosition source) {
    synchronized (refusals) {
      return refusals.get(source);
    }
  }

  /** Returns which event the calling thread processes, null if none. */
  @Nullable RecordMetadata processed() {
    return processing.get();
  }

  /**
   * Notes that a record was refused.
   *
   * @param source the event that was processed when it was sent, null if none is to blame
   */
  public void refused(
      @Nullable RecordMetadata source, ProducerRecord<?, ?> record, Exception error) {
    // A store's cache sends to the changelog what other events have put there.
    boolean output = record.topic().equals(outputTopic);
    boolean deadLetter = record.topic().equals(deadLetterTopic);
    synchronized (refusals) {
      if (source == null || !(output || deadLetter)) {
        news = news == News.NONE ? News.NOTHING_TO_LEAVE_OUT : news;
        return;
      }
      any = true;
      if (isOfThisRecord(error)) {
        news = News.EVENT_TO_LEAVE_OUT;
      } else if (news == News.NONE) {
        news = News.NOTHING_TO_LEAVE_OUT;
      }
      refusals.merge(
          new SourcePosition(
              new TopicPartition(source.topic(), source.partition()), source.offset()),
          new Refusal(
              "the topic " + record.topic() + " refused it: " + error.getMessage(),
              output,
              deadLetter ? 1 : 0),
          (before, now) ->
              new Refusal(
                  now.reason(),
                  before.output() || now.output(),
                  before.deadLetters() + now.deadLetters()));
    }
  }

  /** A refusal of an unknown kind may be true of every record. */
  private static boolean isOfThisRecord(Exception error) {
    return RecordError.of(error).filter(kind -> kind != RecordError.OTHER).isPresent();
  }

  /** Returns what was refused since this was last asked. */
  public News takeNews() {
    synchronized (refusals) {
      News taken = news;
      news = News.NONE;
      return taken;
    }
  }
}
