package io.garam.training.optimizer;

import io.garam.training.checkpoint.CheckpointVisitor;

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
  private final RowGradients gradients;
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
    this.gradients = new RowGradients(table.length / columns, columns);
  }

  /**
   * Adds {@code scale} times the {@code columns} numbers from {@code start} to a row's gradient.
   */
  public void add(int row, float[] source, int start, float scale) {
    gradients.add(row, source, start, scale);
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
    for (int slot = 0; slot < gradients.size(); slot++) {
      int at = gradients.row(slot) * columns;
      gradients.copy(slot, gradient);
      System.arraycopy(means, at, mean, 0, columns);
      System.arraycopy(squares, at, square, 0, columns);
      System.arraycopy(table, at, weight, 0, columns);
      update(gradient, mean, square, weight, size);
      System.arraycopy(mean, 0, means, at, columns);
      System.arraycopy(square, 0, squares, at, columns);
      System.arraycopy(weight, 0, table, at, columns);
    }
    gradients.clear();
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
