package io.garam.streams.refusal;

import io.garam.streams.client.Causes;
import io.garam.streams.event.SourcePosition;
import io.garam.streams.limits.RecordError;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
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

  private final String deadLetterTopic;
  private final Set<String> eventTopics;

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
  private RefusalNews news = RefusalNews.NONE;

  /**
   * @param eventTopics to which an event goes on: a record that one of them refuses is that of one
   *     event
   */
  public RefusedRecords(Set<String> eventTopics, String deadLetterTopic) {
    this.eventTopics = Set.copyOf(eventTopics);
    this.deadLetterTopic = deadLetterTopic;
  }

  /** Says whether a failure comes of a record that was refused, or was sent with such a one. */
  public static boolean isRefusal(Throwable failure) {
    return new Causes(failure)
        .all()
        .anyMatch(
            one ->
                RecordError.of(one).isPresent()
                    || String.valueOf(one.getMessage()).contains(NEIGHBOUR));
  }

  /**
   * Notes which event the calling thread processes from now on, to which what it sends belongs.
   *
   * @return what was refused of it, null if nothing
   */
  public @Nullable Refusal processing(@Nullable RecordMetadata source) {
    processing.set(source);
    return any && source != null
        ? of(SourcePosition.of(source.topic(), source.partition(), source.offset()))
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
    boolean output = eventTopics.contains(record.topic());
    boolean deadLetter = record.topic().equals(deadLetterTopic);
    synchronized (refusals) {
      if (source == null || !(output || deadLetter)) {
        news = news.and(RefusalNews.NOTHING_TO_LEAVE_OUT);
        return;
      }
      any = true;
      news =
          news.and(
              isOfThisRecord(error)
                  ? RefusalNews.EVENT_TO_LEAVE_OUT
                  : RefusalNews.NOTHING_TO_LEAVE_OUT);
      refusals.merge(
          SourcePosition.of(source.topic(), source.partition(), source.offset()),
          new Refusal(
              "the topic " + record.topic() + " refused it: " + error.getMessage(),
              output,
              deadLetter ? 1 : 0),
          Refusal::and);
    }
  }

  /** A refusal of an unknown kind may be true of every record. */
  private static boolean isOfThisRecord(Exception error) {
    return RecordError.of(error).filter(kind -> kind != RecordError.OTHER).isPresent();
  }

  /** Returns what was refused since this was last asked. */
  public RefusalNews takeNews() {
    synchronized (refusals) {
      RefusalNews taken = news;
      news = RefusalNews.NONE;
      return taken;
    }
  }
}
