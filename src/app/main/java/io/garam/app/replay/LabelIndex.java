package io.garam.app.replay;

import io.garam.streams.event.SourcePosition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Label index: the labels of millions of events by their source position, in eight bytes each. */
final class LabelIndex {

  private static final int LABEL_BITS = 16;

  private final List<String> labels = new ArrayList<>();
  private final Map<String, Integer> rows = new HashMap<>();
  private final Map<Integer, Partition> partitions = new HashMap<>();

  /** Offsets and labels in one number each, sorted when first asked. */
  private static final class Partition {
    private long[] entries = new long[1024];
    private int size;
    private boolean sorted;

    void add(long entry) {
      if (size == entries.length) {
        entries = Arrays.copyOf(entries, 2 * size);
      }
      entries[size++] = entry;
      sorted = false;
    }

    /** Returns the label's row, -1 for none. */
    int find(long offset) {
      if (!sorted) {
        Arrays.sort(entries, 0, size);
        sorted = true;
      }
      int at = Arrays.binarySearch(entries, 0, size, offset << LABEL_BITS);
      int first = at < 0 ? -at - 1 : at;
      return first < size && entries[first] >> LABEL_BITS == offset
          ? (int) (entries[first] & ((1 << LABEL_BITS) - 1))
          : -1;
    }
  }

  /**
   * Notes a label.
   *
   * @throws IllegalStateException if there are more than 65,536 different ones
   */
  void put(SourcePosition place, String label) {
    int row =
        rows.computeIfAbsent(
            label,
            unseen -> {
              labels.add(unseen);
              return labels.size() - 1;
            });
    if (row >= 1 << LABEL_BITS) {
      throw new IllegalStateException("no model has more than 65,536 labels");
    }
    partitions
        .computeIfAbsent(place.partition().partition(), unseen -> new Partition())
        .add(place.offset() << LABEL_BITS | row);
  }

  /** Returns the label of an event, null where there is none. */
  @Nullable String get(SourcePosition place) {
    Partition partition = partitions.get(place.partition().partition());
    int row = partition == null ? -1 : partition.find(place.offset());
    return row < 0 ? null : labels.get(row);
  }
}
