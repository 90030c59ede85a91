package io.garam.streams.tracing;

import io.garam.nlu.GaramVersion;
import io.garam.streams.batching.PollTrace;
import io.garam.streams.batching.Prepared;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Trace of polls by OpenTelemetry: one span for the model's work on what a poll brought, with a
 * link to the span of each record that has a header {@code traceparent} (W3C Trace Context). Names
 * are those of the semantic conventions for messaging: a span of the operation {@code process} over
 * a batch.
 *
 * @param group the consumer group
 */
record OpenTelemetryTrace(Tracer tracer, String group) implements PollTrace {

  private static final String SCOPE = "io.garam.streams";
  private static final String OPERATION = "process";

  private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
  private static final AttributeKey<String> OPERATION_NAME =
      AttributeKey.stringKey("messaging.operation.name");
  private static final AttributeKey<String> OPERATION_TYPE =
      AttributeKey.stringKey("messaging.operation.type");
  private static final AttributeKey<String> DESTINATION =
      AttributeKey.stringKey("messaging.destination.name");
  private static final AttributeKey<String> PARTITION =
      AttributeKey.stringKey("messaging.destination.partition.id");
  private static final AttributeKey<Long> OFFSET = AttributeKey.longKey("messaging.kafka.offset");
  private static final AttributeKey<Long> COUNT =
      AttributeKey.longKey("messaging.batch.message_count");
  private static final AttributeKey<String> GROUP =
      AttributeKey.stringKey("messaging.consumer.group.name");
  private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

  /** Returns the trace by what the process, or an agent in it, has set up for all. */
  static PollTrace global(String group) {
    return of(GlobalOpenTelemetry.get(), group);
  }

  static PollTrace of(OpenTelemetry telemetry, String group) {
    return new OpenTelemetryTrace(
        telemetry.getTracerProvider().get(SCOPE, GaramVersion.current()), group);
  }

  @Override
  public List<Prepared> around(
      List<ConsumerRecord<byte[], byte[]>> records, Supplier<List<Prepared>> work) {
    Span span = span(records).startSpan();
    Scope scope = span.makeCurrent();
    try {
      return work.get();
    } catch (RuntimeException | Error e) {
      span.setStatus(StatusCode.ERROR).setAttribute(ERROR, e.getClass().getName());
      throw e;
    } finally {
      scope.close();
      span.end();
    }
  }

  private SpanBuilder span(List<ConsumerRecord<byte[], byte[]>> records) {
    List<String> topics = records.stream().map(ConsumerRecord::topic).distinct().toList();
    SpanBuilder span =
        tracer
            .spanBuilder(topics.size() == 1 ? OPERATION + " " + topics.get(0) : OPERATION)
            .setSpanKind(SpanKind.CONSUMER)
            .setAttribute(SYSTEM, "kafka")
            .setAttribute(OPERATION_NAME, OPERATION)
            .setAttribute(OPERATION_TYPE, OPERATION)
            .setAttribute(COUNT, (long) records.size())
            .setAttribute(GROUP, group);
    if (topics.size() == 1) {
      span.setAttribute(DESTINATION, topics.get(0));
    }
    for (ConsumerRecord<byte[], byte[]> record : records) {
      SpanContext sent = sent(record);
      if (sent.isValid()) {
        span.addLink(
            sent,
            Attributes.of(
                DESTINATION,
                record.topic(),
                PARTITION,
                Integer.toString(record.partition()),
                OFFSET,
                record.offset()));
      }
    }
    return span;
  }

  /** Returns the span of who sent a record, invalid where its headers tell of none. */
  private static SpanContext sent(ConsumerRecord<byte[], byte[]> record) {
    Context found =
        W3CTraceContextPropagator.getInstance()
            .extract(Context.root(), record.headers(), HeaderGetter.INSTANCE);
    return Span.fromContext(found).getSpanContext();
  }
}
