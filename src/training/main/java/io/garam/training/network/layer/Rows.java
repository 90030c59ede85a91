package io.garam.training.network.layer;

import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;

/** Rows of matrices, between libtorch's tensors and Java's arrays. */
public final class Rows {

  private Rows() {}

  /** Copies the rows of a tensor {@code [rows, columns]} out. */
  public static float[][] of(Tensor tensor) {
    float[] flat = Parameters.values(tensor);
    int columns = (int) tensor.size(1);
    float[][] rows = new float[(int) tensor.size(0)][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = Arrays.copyOfRange(flat, row * columns, (row + 1) * columns);
    }
    return rows;
  }

  /** Returns rows of one length, one after another. */
  public static float[] joined(float[][] rows) {
    float[] joined = new float[rows.length * rows[0].length];
    for (int row = 0; row < rows.length; row++) {
      System.arraycopy(rows[row], 0, joined, row * rows[row].length, rows[row].length);
    }
    return joined;
  }
}
