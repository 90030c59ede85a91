package io.garam.streams.topology;

import io.garam.streams.event.UntaggableEventException;
import io.garam.streams.statistics.TaggingStatistics;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Sends what cannot be tagged to the dead-letter topic, in the same transaction that moves past it.
 *
 * <p>Kafka's own log-and-continue handler would do so for every exception, also for the failure of
 * an earlier send that surfaces while this record is forwarded, and so drop a good event; and it
 * logs a stack trace for each. Here all but an {@link UntaggableEventException} stops the thread.
 */
public final class DeadLetterHandler implements ProcessingExceptionHandler {

  /** Configuration key of a {@link Destination}, an object. */
  public static final String DESTINATION = "garam.internal.dead.letters";

  private @Nullable Destination destination;

  /** Where dead letters go, shared by the handlers of all tasks. */
  public static final class Destination {

    private final String topic;
    private final int maxRequestSize;
    private final TaggingStatistics statistics;
    private final DeadLetterLog log = new DeadLetterLog(System::nanoTime);

    /**
     * @param maxRequestSize the largest record that the producer accepts, in bytes
     */
    public Destination(String topic, int maxRequestSize, TaggingStatistics statistics) {
      this.topic = topic;
      this.maxRequestSize = maxRequestSize;
      this.statistics = statistics;
    }

    private ProducerRecord<byte[], byte[]> letter(
        ErrorHandlerContext origin, UntaggableEventException reason) {
      log.write(topic, origin, reason);
      statistics.deadLetter();
      return DeadLetter.of(topic, origin, reason, maxRequestSize);
    }
  }

  @Override
  public void configure(Map<String, ?> configs) {
    destination = (Destination) Objects.requireNonNull(configs.get(DESTINATION), DESTINATION);
  }

  @Override
  public Response handleError(
      ErrorHandlerContext origin, Record<?, ?> record, Exception exception) {
    if (!(exception instanceof UntaggableEventException reason)) {
      return Response.fail();
    }
    return Response.resume(
        List.of(Objects.requireNonNull(destination, "configured").letter(origin, reason)));
  }
}
