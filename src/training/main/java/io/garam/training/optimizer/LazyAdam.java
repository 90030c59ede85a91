package io.garam.training.optimizer;

import io.garam.training.checkpoint.CheckpointVisitor;
import java.util.Arrays;

/**
 * Lazy Adam optimizer: Adam for an embedding table, of which a batch touches a few rows only: those
 * are updated, with their moments, and all others rest. The same update as PyTorch's SparseAdam,
 * which libtorch's C++ side does not have; in plain Java it costs a small part of a batch's time, a
 * dense step on the whole table many times the batch.
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
    // Over arrays of a row's own length, copied out and in again, the compiler makes the update's
    // loops vector instructions; over the whole tables it does not, which takes half as long again.
    float[] gradient = new float[columns];
    float[] mean = new float[columns];
    float[] square = new float[columns];
    float[] weight = new float[columns];
    for (int t = 0; t < touchedRows; t++) {
      int at = touched[t] * columns;
      System.arraycopy(gradients, t * columns, gradient, 0, columns);
      System.arraycopy(means, at, mean, 0, columns);
      System.arraycopy(squares, at, square, 0, columns);
      System.arraycopy(table, at, weight, 0, columns);
      update(gradient, mean, square, weight, size);
      System.arraycopy(mean, 0, means, at, columns);
      System.arraycopy(square, 0, squares, at, columns);
      System.arraycopy(weight, 0, table, at, columns);
      slots[touched[t]] = -1;
    }
    touchedRows = 0;
  }

  private void update(float[] gradient, float[] mean, float[] square, float[] weight, float size) {
    float meanShare = (float) (1 - settings.beta1());
    float squareShare = (float) (1 - settings.beta2());
    float epsilon = (float) settings.epsilon();
    for (int i = 0; i < gradient.length; i++) {
      mean[i] += meanShare * (gradient[i] - mean[i]);
    }
    for (int i = 0; i < gradient.length; i++) {
      square[i] += squareShare * (gradient[i] * gradient[i] - square[i]);
    }
    for (int i = 0; i < gradient.length; i++) {
      weight[i] -= size * mean[i] / ((float) Math.sqrt(square[i]) + epsilon);
    }
  }

  /** Exchanges what the next step depends on beside the table. */
  public void accept(CheckpointVisitor checkpoint) {
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
