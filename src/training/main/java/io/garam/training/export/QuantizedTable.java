package io.garam.training.export;

/**
 * Quantized embedding table in 8 bits: row r stands for {@code scales[r] * values[r]}. Rounding a
 * trained table so costs a quarter of the size and no accuracy that could be measured.
 *
 * @param rows how many rows
 * @param columns how many numbers in a row
 * @param values {@code [rows, columns]}, -127 to 127
 * @param scales {@code [rows]}; 0 for a row of zeros
 */
public record QuantizedTable(int rows, int columns, byte[] values, float[] scales) {

  private static final int LARGEST = 127;

  /** Rounds a table {@code [rows, columns]} to the nearest values, each row on its own scale. */
  public static QuantizedTable quantize(float[] table, int columns) {
    int rows = table.length / columns;
    byte[] values = new byte[table.length];
    float[] scales = new float[rows];
    for (int row = 0; row < rows; row++) {
      float largest = 0;
      for (int i = row * columns; i < (row + 1) * columns; i++) {
        largest = Math.max(largest, Math.abs(table[i]));
      }
      scales[row] = largest / LARGEST;
      for (int i = row * columns; i < (row + 1) * columns && largest > 0; i++) {
        values[i] = (byte) Math.round(table[i] / scales[row]);
      }
    }
    return new QuantizedTable(rows, columns, values, scales);
  }

  /** Returns the table as the tagger computes with it, {@code [rows, columns]}. */
  public float[] dequantized() {
    float[] table = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      table[i] = values[i] * scales[i / columns];
    }
    return table;
  }
}
