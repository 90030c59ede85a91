package io.garam.streams.shadow;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;

/** The dialogues that were looked at last, up to a number of them. Not safe for many threads. */
final class LatestDialogues<V> extends LinkedHashMap<Bytes, V> {

  private static final long serialVersionUID = 1;
  private static final int INITIAL_CAPACITY = 16;
  private static final float LOAD_FACTOR = 0.75f;

  private final int most;

  LatestDialogues(int most) {
    super(INITIAL_CAPACITY, LOAD_FACTOR, true);
    this.most = most;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<Bytes, V> eldest) {
    return size() > most;
  }
}
