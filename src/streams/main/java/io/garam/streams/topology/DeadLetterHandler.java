package io.garam.streams.topology;

import io.garam.streams.clock.MonotonicTime;
import io.garam.streams.event.ReasonCode;
import io.garam.streams.event.SourcePosition;
import io.garam.streams.event.UntaggableEventException;
import io.garam.streams.limits.OutputLimits;
import io.garam.streams.log.LogNames;
import io.garam.streams.log.RatedLog;
import io.garam.streams.refusal.Refusal;
import io.garam.streams.refusal.RefusedRecords;
import io.garam.streams.statistics.TaggingCounter;
import io.garam.streams.topology.DeadLetter.Content;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Processing exception handler that sends what cannot be tagged to the dead-letter topic, in the
 * same transaction that moves past it.
 *
 * <p>Kafka's own log-and-continue handler would do so for every exception, also for the failure of
 * an earlier send that surfaces while this record is forwarded, and so drop a good event; and it
 * logs a stack trace for each. Here all but an {@link UntaggableEventException} stops the thread.
 */
public final class DeadLetterHandler implements ProcessingExceptionHandler {

  /** Configuration key of a {@link Destination}, an object. */
  public static final String DESTINATION = "garam.internal.dead.letters";

  /**
   * Configuration key of the handler that is asked for failures of all other nodes, a class.
   * Without it they stop the thread.
   */
  public static final String OTHERS = "garam.internal.processing.exception.handler";

  private static final Logger log = LoggerFactory.getLogger(LogNames.DEAD_LETTERS);

  private @Nullable Destination destination;
  private @Nullable ProcessingExceptionHandler others;

  /** Where dead letters go, shared by the handlers of all tasks. */
  public static final class Destination {

    private final String topic;
    private final Supplier<OutputLimits> limits;
    private final RefusedRecords refused;
    private final TaggingCounter statistics;
    private final Repartition repartition;
    private final RatedLog letters;
    private final RatedLog skipped = new RatedLog("Skipped", System::nanoTime, log::warn);

    /**
     * @param limits what the topic takes
     * @param refused what the brokers have refused so far
     * @param repartition tells where events came from
     */
    public Destination(
        String topic,
        Supplier<OutputLimits> limits,
        RefusedRecords refused,
        TaggingCounter statistics,
        Repartition repartition) {
      this.topic = topic;
      this.limits = limits;
      this.refused = refused;
      this.statistics = statistics;
      this.repartition = repartition;
      this.letters = new RatedLog("Dead letter to " + topic, System::nanoTime, log::warn);
    }

    /** Returns what tells where events came from. */
    Repartition repartition() {
      return repartition;
    }

    /**
     * Notes which record the calling thread processes from now on, and says whether the stream goes
     * on without it, since the brokers have refused all that was made of it.
     *
     * @param at where it is
     * @throws UntaggableEventException if they have refused it as an event alone
     */
    boolean leavesOut(RecordMetadata at, byte @Nullable [] key, Headers headers) {
      Refusal refusal = refused.processing(at);
      if (refusal == null) {
        return false;
      }
      if (refusal.isFinal()) {
        skip(repartition.original(at, key, headers).position(), refusal.reason());
        return true;
      }
      if (refusal.output()) {
        throw new UntaggableEventException(
            ReasonCode.REFUSED_BY_BROKER,
            "Expected the brokers to take the event, but " + refusal.reason() + ".");
      }
      return false;
    }

    /** Notes that the stream goes on without an event, of which no dead letter is taken either. */
    private void skip(SourcePosition source, String reason) {
      statistics.skipped();
      skipped.write(source, "neither the event nor a dead letter of it can be written; " + reason);
    }

    /** Says what the log has only counted until now, where it is time to. */
    public void sayOverdue() {
      letters.sayOverdue();
      skipped.sayOverdue();
    }

    /** Says what the log has only counted until now, before nothing more comes. */
    public void sayCounted() {
      letters.sayCounted();
      skipped.sayCounted();
    }

    private List<ProducerRecord<byte[], byte[]>> letter(
        ErrorHandlerContext origin, UntaggableEventException reason) {
      Refusal refusal =
          refused.of(SourcePosition.of(origin.topic(), origin.partition(), origin.offset()));
      OriginalRecord original = repartition.original(origin);
      Optional<ProducerRecord<byte[], byte[]>> letter =
          DeadLetter.of(
              topic,
              origin,
              original,
              reason,
              limits.get(),
              refusal == null || refusal.deadLetters() == 0 ? Content.WHOLE : Content.SMALLEST,
              MonotonicTime.SYSTEM.milliseconds());
      if (letter.isEmpty()) {
        skip(original.position(), reason.reason());
        return List.of();
      }
      statistics.deadLetter(reason.code());
      letters.write(original.position(), reason.reason());
      return List.of(letter.get());
    }
  }

  @Override
  public void configure(Map<String, ?> configs) {
    destination = (Destination) Objects.requireNonNull(configs.get(DESTINATION), DESTINATION);
    Object type = configs.get(OTHERS);
    if (type != null) {
      Class<?> handler = (Class<?>) ConfigDef.parseType(OTHERS, type, ConfigDef.Type.CLASS);
      others = Utils.newInstance(handler.asSubclass(ProcessingExceptionHandler.class));
      others.configure(configs);
    }
  }

  @Override
  public Response handleError(
      ErrorHandlerContext origin, Record<?, ?> record, Exception exception) {
    if (!(exception instanceof UntaggableEventException reason)) {
      return others == null || TaggingTopology.NODES.contains(origin.processorNodeId())
          ? Response.fail()
          : others.handleError(origin, record, exception);
    }
    return Response.resume(
        Objects.requireNonNull(destination, "configured").letter(origin, reason));
  }
}
