package io.garam.streams.batching;

import io.garam.streams.event.UntaggableEventException;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Header that tells the processor, on the record itself, why it must refuse the event for its time.
 * It lives in memory alone, as a {@link PreparedHeader} does.
 */
public record TimeRefusalHeader(UntaggableEventException reason) implements Header {

  private static final String KEY = "garam.time.refused." + UUID.randomUUID();

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public byte[] value() {
    return new byte[0];
  }

  /** Takes the reason off a record, and returns it; null if it is not refused for its time. */
  public static @Nullable UntaggableEventException take(Headers headers) {
    if (headers.lastHeader(KEY) instanceof TimeRefusalHeader refusal) {
      headers.remove(KEY);
      return refusal.reason();
    }
    return null;
  }
}
