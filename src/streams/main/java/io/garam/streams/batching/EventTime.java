package io.garam.streams.batching;

import io.garam.streams.clock.MonotonicTime;
import io.garam.streams.event.SourcePosition;
import io.garam.streams.event.UntaggableEventException;
import io.garam.streams.limits.OutputLimits;
import io.garam.streams.log.LogNames;
import io.garam.streams.log.RatedLog;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Timestamp extractor of events: the time of an event is also that of its output, and turns the
 * clock of its partition. It is what the configured extractor finds, checked once against what all
 * topics take. An event that is refused for its time gets the newest time seen in its partition,
 * lest it turn the clock, by which idle dialogues are forgotten; so does one without a time, or of
 * which the extractor fails, as some of Kafka's do where a time is missing, and is refused where
 * the topics do not take that.
 */
public final class EventTime implements TimestampExtractor {

  private static final Logger log = LoggerFactory.getLogger(LogNames.TAGGER);

  private static final long NONE = -1;

  private final RatedLog failures =
      new RatedLog("The timestamp extractor failed", System::nanoTime, log::warn);
  private final ThreadLocal<TimestampExtractor> extractor;
  private final Supplier<OutputLimits> limits;

  /**
   * @param extractors makes one for each thread, since a user's need not be safe for many
   * @param limits what topics take
   */
  @SuppressWarnings("ThreadLocalUsage")
  public EventTime(Supplier<TimestampExtractor> extractors, Supplier<OutputLimits> limits) {
    this.extractor = ThreadLocal.withInitial(extractors);
    this.limits = limits;
  }

  @Override
  public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
    long now = MonotonicTime.SYSTEM.milliseconds();
    long newest = partitionTime >= 0 ? partitionTime : now;
    long found = find(record, partitionTime);
    long time = found >= 0 ? found : newest;
    try {
      limits.get().checkTime(time, now);
      return time;
    } catch (UntaggableEventException e) {
      record.headers().add(new TimeRefusalHeader(e));
      return newest;
    }
  }

  /**
   * No record may stop the stream, whatever the extractor makes of it. It may be of any language,
   * so what it throws may be of any class.
   */
  private long find(ConsumerRecord<Object, Object> record, long partitionTime) {
    try {
      return extractor.get().extract(record, partitionTime);
    } catch (OutOfMemoryError | InternalError | UnknownError e) {
      throw e;
    } catch (Throwable e) {
      failures.write(SourcePosition.of(record), e.getClass().getSimpleName());
      return NONE;
    }
  }
}
