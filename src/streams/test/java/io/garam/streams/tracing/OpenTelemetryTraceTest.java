package io.garam.streams.tracing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import io.garam.streams.batching.BatchingInterceptor;
import io.garam.streams.batching.InFlightRecords;
import io.garam.streams.batching.KeywordModel;
import io.garam.streams.batching.ModelChoice;
import io.garam.streams.batching.PollTrace;
import io.garam.streams.batching.Preparation;
import io.garam.streams.event.EventField;
import io.garam.streams.event.EventReader;
import io.garam.streams.event.ExistingIntent;
import io.garam.streams.statistics.TaggingCounter;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenTelemetryTraceTest {

  private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";
  private static final String SPAN_ID = "b7ad6b7169203331";

  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final SdkTracerProvider provider =
      SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(exporter)).build();
  private final PollTrace trace =
      OpenTelemetryTrace.of(
          OpenTelemetrySdk.builder().setTracerProvider(provider).build(), "garam");

  @AfterEach
  void close() {
    provider.close();
  }

  private static ConsumerRecord<byte[], byte[]> record(String topic, long offset, String parent) {
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>(topic, 3, offset, null, "{\"text\":\"a\"}".getBytes(UTF_8));
    if (parent != null) {
      record.headers().add("traceparent", parent.getBytes(UTF_8));
    }
    return record;
  }

  private SpanData span() {
    assertThat(exporter.getFinishedSpanItems()).hasSize(1);
    return exporter.getFinishedSpanItems().get(0);
  }

  @Test
  void aPollIsASpanWithLinksToThoseOfItsRecords() {
    ConsumerRecord<byte[], byte[]> linked =
        record("utterances", 17, "00-" + TRACE_ID + "-" + SPAN_ID + "-01");
    ConsumerRecord<byte[], byte[]> alone = record("utterances", 18, null);
    BatchingInterceptor interceptor = new BatchingInterceptor();
    interceptor.configure(
        Map.of(
            BatchingInterceptor.PREPARATION,
            new Preparation(
                new EventReader(
                    Map.of(EventField.TEXT, JsonPointer.compile("/text")),
                    ExistingIntent.REPLACE,
                    1 << 20),
                ModelChoice.always(new KeywordModel()),
                new TaggingCounter()),
            BatchingInterceptor.IN_FLIGHT,
            new InFlightRecords(),
            BatchingInterceptor.TOPICS,
            List.of("utterances"),
            BatchingInterceptor.TRACE,
            trace));
    interceptor.onConsume(
        new ConsumerRecords<>(
            Map.of(new TopicPartition("utterances", 3), List.of(linked, alone)), Map.of()));

    SpanData span = span();
    assertThat(span.getName()).isEqualTo("process utterances");
    assertThat(span.getKind()).isEqualTo(SpanKind.CONSUMER);
    assertThat(span.getInstrumentationScopeInfo().getName()).isEqualTo("io.garam.streams");
    assertThat(span.getAttributes().asMap())
        .isEqualTo(
            Map.of(
                AttributeKey.stringKey("messaging.system"), "kafka",
                AttributeKey.stringKey("messaging.operation.name"), "process",
                AttributeKey.stringKey("messaging.operation.type"), "process",
                AttributeKey.stringKey("messaging.destination.name"), "utterances",
                AttributeKey.longKey("messaging.batch.message_count"), 2L,
                AttributeKey.stringKey("messaging.consumer.group.name"), "garam"));
    assertThat(span.getLinks()).hasSize(1);
    assertThat(span.getLinks().get(0).getSpanContext().getTraceId()).isEqualTo(TRACE_ID);
    assertThat(span.getLinks().get(0).getSpanContext().getSpanId()).isEqualTo(SPAN_ID);
    assertThat(span.getLinks().get(0).getAttributes().asMap())
        .isEqualTo(
            Map.of(
                AttributeKey.stringKey("messaging.destination.name"), "utterances",
                AttributeKey.stringKey("messaging.destination.partition.id"), "3",
                AttributeKey.longKey("messaging.kafka.offset"), 17L));
  }

  @Test
  void aHeaderThatIsNoTraceContextIsNoLink() {
    List<ConsumerRecord<byte[], byte[]>> records =
        List.of(
            record("utterances", 1, "nonsense"),
            record("utterances", 2, "00-" + "0".repeat(32) + "-" + SPAN_ID + "-01"),
            record("utterances", 3, ""),
            record("utterances", 4, "00-" + TRACE_ID + "-" + SPAN_ID));
    records.get(0).headers().add("traceparent", null);
    assertThat(trace.around(records, List::of)).isEmpty();
    assertThat(span().getLinks()).isEmpty();
  }

  @Test
  void aPollOfSeveralTopicsNamesNone() {
    trace.around(List.of(record("a", 1, null), record("b", 1, null)), List::of);
    assertThat(span().getName()).isEqualTo("process");
    assertThat(span().getAttributes().get(AttributeKey.stringKey("messaging.destination.name")))
        .isNull();
  }

  @Test
  void workThatFailsMarksItsSpanAndFailsAsBefore() {
    IllegalStateException failure = new IllegalStateException("the model fails");
    assertThatThrownBy(
            () ->
                trace.around(
                    List.of(record("a", 1, null)),
                    () -> {
                      assertThat(Span.current().getSpanContext().isValid()).isTrue();
                      throw failure;
                    }))
        .isSameAs(failure);
    assertThat(span().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(span().getAttributes().get(AttributeKey.stringKey("error.type")))
        .isEqualTo("java.lang.IllegalStateException");
    assertThat(Span.current().getSpanContext().isValid()).isFalse();
  }
}
