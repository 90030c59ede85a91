package io.garam.training.optimizer;

import java.util.Arrays;

/** Gradients of the rows of a table that a batch touches, one after another in slots. */
final class RowGradients {

  private static final int FREE = -1;

  private final int columns;

  /** The slot of each row of the table. */
  private final int[] slots;

  private int[] rows = new int[1024];
  private float[] gradients;
  private int size;

  RowGradients(int rowsOfTable, int columns) {
    this.columns = columns;
    this.slots = new int[rowsOfTable];
    this.gradients = new float[rows.length * columns];
    Arrays.fill(slots, FREE);
  }

  /**
   * Adds {@code scale} times the {@code columns} numbers from {@code start} to a row's gradient.
   */
  void add(int row, float[] source, int start, float scale) {
    int to = slot(row) * columns;
    for (int i = 0; i < columns; i++) {
      gradients[to + i] += scale * source[start + i];
    }
  }

  private int slot(int row) {
    if (slots[row] == FREE) {
      if (size == rows.length) {
        rows = Arrays.copyOf(rows, 2 * size);
        gradients = Arrays.copyOf(gradients, 2 * size * columns);
      }
      Arrays.fill(gradients, size * columns, (size + 1) * columns, 0f);
      rows[size] = row;
      slots[row] = size++;
    }
    return slots[row];
  }

  /** Returns how many rows have a gradient. */
  int size() {
    return size;
  }

  /** Returns the row whose gradient is in a slot. */
  int row(int slot) {
    return rows[slot];
  }

  void copy(int slot, float[] target) {
    System.arraycopy(gradients, slot * columns, target, 0, columns);
  }

  /** Forgets all gradients. */
  void clear() {
    for (int slot = 0; slot < size; slot++) {
      slots[rows[slot]] = FREE;
    }
    size = 0;
  }
}
