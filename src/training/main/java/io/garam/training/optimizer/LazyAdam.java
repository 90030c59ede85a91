package io.garam.training.optimizer;

import io.garam.training.checkpoint.Exchange;
import java.util.Arrays;

/**
 * Adam for an embedding table, of which a batch touches a few rows only: those are updated, with
 * their moments, and all others rest. The same update as PyTorch's SparseAdam, which libtorch's C++
 * side does not have; in plain Java it costs a small part of a batch's time, a dense step on the
 * whole table many times the batch.
 *
 * <p>Gradients are added up with {@link #add}, then {@link #step} applies them. Not safe for many
 * threads.
 */
public final class LazyAdam {

  private final float[] table;
  private final int columns;
  private final AdamSettings settings;
  private final float[] means;
  private final float[] squares;
  private final int[] slots;
  private int[] touched = new int[1024];
  private float[] gradients;
  private int touchedRows;
  private int steps;

  /**
   * @param table {@code [rows, columns]}, which the steps change in place
   */
  public LazyAdam(float[] table, int columns, AdamSettings settings) {
    this.table = table;
    this.columns = columns;
    this.settings = settings;
    this.means = new float[table.length];
    this.squares = new float[table.length];
    this.slots = new int[table.length / columns];
    this.gradients = new float[touched.length * columns];
    Arrays.fill(slots, -1);
  }

  /**
   * Adds {@code scale} times the {@code columns} numbers from {@code start} to a row's gradient.
   */
  public void add(int row, float[] source, int start, float scale) {
    int to = slot(row) * columns;
    for (int i = 0; i < columns; i++) {
      gradients[to + i] += scale * source[start + i];
    }
  }

  private int slot(int row) {
    if (slots[row] < 0) {
      if (touchedRows == touched.length) {
        touched = Arrays.copyOf(touched, 2 * touchedRows);
        gradients = Arrays.copyOf(gradients, 2 * touchedRows * columns);
      }
      Arrays.fill(gradients, touchedRows * columns, (touchedRows + 1) * columns, 0f);
      touched[touchedRows] = row;
      slots[row] = touchedRows++;
    }
    return slots[row];
  }

  /** Moves the rows that have a gradient, and forgets the gradients. */
  public void step(double learningRate) {
    steps++;
    double meanCorrection = 1 - Math.pow(settings.beta1(), steps);
    double squareCorrection = 1 - Math.pow(settings.beta2(), steps);
    float size = (float) (learningRate * Math.sqrt(squareCorrection) / meanCorrection);
    float meanShare = (float) (1 - settings.beta1());
    float squareShare = (float) (1 - settings.beta2());
    float epsilon = (float) settings.epsilon();
    for (int t = 0; t < touchedRows; t++) {
      int at = touched[t] * columns;
      int from = t * columns;
      for (int i = 0; i < columns; i++) {
        float gradient = gradients[from + i];
        float mean = means[at + i] + meanShare * (gradient - means[at + i]);
        float square = squares[at + i] + squareShare * (gradient * gradient - squares[at + i]);
        means[at + i] = mean;
        squares[at + i] = square;
        table[at + i] -= size * mean / ((float) Math.sqrt(square) + epsilon);
      }
      slots[touched[t]] = -1;
    }
    touchedRows = 0;
  }

  /** Exchanges what the next step depends on beside the table. */
  public void exchange(Exchange checkpoint) {
    checkpoint.floats("means", means);
    checkpoint.floats("squares", squares);
    steps = checkpoint.number("steps", steps);
  }

  /** Says whether any step so far has moved a row. */
  public boolean hasMoved(int row) {
    for (int i = row * columns; i < (row + 1) * columns; i++) {
      if (squares[i] != 0) {
        return true;
      }
    }
    return false;
  }
}
