package io.garam.app.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The labels of millions of utterances by name, in 16 to 32 bytes each: a hash table with linear
 * probing over two arrays, of names in 64 bits and of labels. Two names in 64 bits are one among 20
 * million with a probability of 1 in 90,000.
 */
final class LabelsByKey {

  private static final int SMALLEST = 1024;

  /** Stands for none; a dialogue has it with the probability of any other number. */
  private static final long ANY_DIALOGUE = 0x9e3779b97f4a7c15L;

  /** Rows of labels begin at 1. */
  private static final int FREE = 0;

  private static final int TAKEN_BACK = -1;

  private final List<String> labels = new ArrayList<>();
  private final Map<String, Integer> rows = new HashMap<>();
  private long[] names = new long[SMALLEST];
  private int[] labelRows = new int[SMALLEST];
  private int used;

  /** Notes a label in place of the one before. */
  void put(UtteranceKey name, String label) {
    Integer row = rows.putIfAbsent(label, labels.size() + 1);
    if (row == null) {
      labels.add(label);
    }
    long key = key(name);
    int slot = slot(key);
    if (labelRows[slot] == FREE) {
      if (4L * (used + 1) > 3L * names.length) {
        grow();
        slot = slot(key);
      }
      names[slot] = key;
      used++;
    }
    labelRows[slot] = row == null ? labels.size() : row;
  }

  /** Takes a label back, if there is one. */
  void remove(UtteranceKey name) {
    int slot = slot(key(name));
    if (labelRows[slot] != FREE) {
      labelRows[slot] = TAKEN_BACK;
    }
  }

  /** Returns a label, null where there is none. */
  @Nullable String get(UtteranceKey name) {
    int row = labelRows[slot(key(name))];
    return row > FREE ? labels.get(row - 1) : null;
  }

  /** Returns where a name is or, if it is nowhere, where it would be. */
  private int slot(long key) {
    int slot = (int) key & (names.length - 1);
    while (labelRows[slot] != FREE && names[slot] != key) {
      slot = (slot + 1) & (names.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] oldNames = names;
    int[] oldRows = labelRows;
    names = new long[2 * oldNames.length];
    labelRows = new int[names.length];
    for (int old = 0; old < oldNames.length; old++) {
      if (oldRows[old] != FREE) {
        int slot = slot(oldNames[old]);
        names[slot] = oldNames[old];
        labelRows[slot] = oldRows[old];
      }
    }
  }

  private static long key(UtteranceKey name) {
    return mixed(
        (name.dialogue() == null ? ANY_DIALOGUE : mixed(name.dialogue())) + name.utterance());
  }

  /** Ends MurmurHash3 (Appleby): ids that differ in few bits shall not lie side by side. */
  private static long mixed(long bits) {
    long mixed = (bits ^ (bits >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }
}
