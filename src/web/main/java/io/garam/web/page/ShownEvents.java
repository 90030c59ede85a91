package io.garam.web.page;

import io.garam.streams.output.TaggedRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Events that pages were shown lately, each whole, so that it can be explained: the rows of several
 * pages, in bounded memory. Safe for many threads.
 */
final class ShownEvents {

  private static final int MOST = 2_000;
  private static final int MOST_BYTES = 8 << 20;

  private final Map<String, Shown> events = new LinkedHashMap<>();
  private long bytes;

  /**
   * Event that was shown.
   *
   * @param key of its output record, which is its dialogue; null for none
   * @param value of its output record
   */
  record Shown(byte @Nullable [] key, byte[] value) {

    private long bytes() {
      return value.length + (key == null ? 0L : key.length);
    }
  }

  /** Keeps an event, in the place of the oldest ones. */
  synchronized void add(TaggedRecord record) {
    Shown added = new Shown(record.key(), record.value());
    Shown before = events.put(record.at(), added);
    bytes += added.bytes() - (before == null ? 0 : before.bytes());
    var oldest = events.values().iterator();
    while (events.size() > MOST || bytes > MOST_BYTES) {
      bytes -= oldest.next().bytes();
      oldest.remove();
    }
  }

  /** Finds an event by its source position, if it is still kept. */
  synchronized Optional<Shown> find(String at) {
    return Optional.ofNullable(events.get(at));
  }
}
