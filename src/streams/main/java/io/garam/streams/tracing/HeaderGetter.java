package io.garam.streams.tracing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Getter of a trace context from the headers of a record, the last of each name. */
enum HeaderGetter implements TextMapGetter<Headers> {
  INSTANCE;

  @Override
  public Iterable<String> keys(Headers headers) {
    return StreamSupport.stream(headers.spliterator(), false).map(Header::key).toList();
  }

  @Override
  public @Nullable String get(@Nullable Headers headers, String key) {
    Header last = headers == null ? null : headers.lastHeader(key);
    return last == null || last.value() == null ? null : new String(last.value(), UTF_8);
  }
}
