package io.garam.streams.batching;

import java.util.UUID;
import org.apache.kafka.common.header.Header;

/**
 * Carries a result from the interceptor to the deserializer on the record itself, so that it goes
 * wherever the record goes and dies where it dies. It lives in memory alone: the deserializer takes
 * it off, and bytes from a topic can never become one.
 */
record PreparedHeader(Prepared prepared) implements Header {

  /** Nobody else can know it, so all headers of users pass through. */
  static final String KEY = "garam.prepared." + UUID.randomUUID();

  private static final byte[] NO_BYTES = {};

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public byte[] value() {
    return NO_BYTES;
  }
}
