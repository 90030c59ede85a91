package io.garam.training.embedding;

import io.garam.nlu.encoding.Vocabulary;
import io.garam.training.checkpoint.CheckpointVisitor;
import io.garam.training.export.QuantizedTable;
import io.garam.training.optimizer.AdamSettings;
import io.garam.training.optimizer.LazyAdam;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Embedding tables: the two of a view while they learn. A token's vector is its own row plus the
 * scaled sum of its n-grams' rows (after Bojanowski et al. 2017, who take the mean of all).
 *
 * <p>They live in plain Java: a batch needs the sums of a few thousand rows and moves the same
 * rows, which is memory traffic and no mathematics that libtorch would do faster.
 */
public final class EmbeddingTables {

  private final TokenIndex tokenIndex;
  private final int columns;
  private final float[] own;
  private final float[] ngrams;
  private final LazyAdam ownAdam;
  private final LazyAdam ngramsAdam;

  /** Makes tables of normally distributed numbers of a deviation; the padding rows are zeros. */
  public EmbeddingTables(TokenIndex tokenIndex, int columns, double deviation, Random random) {
    this.tokenIndex = tokenIndex;
    this.columns = columns;
    this.own = normal(tokenIndex.ownRows(), deviation, random);
    this.ngrams = normal(tokenIndex.ngramRows(), deviation, random);
    this.ownAdam = new LazyAdam(own, columns, AdamSettings.DEFAULT);
    this.ngramsAdam = new LazyAdam(ngrams, columns, AdamSettings.DEFAULT);
  }

  private float[] normal(int rows, double deviation, Random random) {
    float[] table = new float[rows * columns];
    for (int i = columns; i < table.length; i++) {
      table[i] = (float) (deviation * random.nextGaussian());
    }
    return table;
  }

  /** Returns the vectors of tokens, {@code [tokens, columns]}. */
  public float[] vectors(List<EmbeddingRows> tokens) {
    float[] vectors = new float[tokens.size() * columns];
    for (int i = 0; i < tokens.size(); i++) {
      addNgrams(tokens.get(i), vectors, i * columns);
      int from = tokens.get(i).own() * columns;
      int to = i * columns;
      for (int c = 0; c < columns; c++) {
        vectors[to + c] += own[from + c];
      }
    }
    return vectors;
  }

  private void addNgrams(EmbeddingRows embeddingRows, float[] target, int to) {
    for (int row : embeddingRows.ngrams()) {
      int from = row * columns;
      for (int c = 0; c < columns; c++) {
        target[to + c] += ngrams[from + c];
      }
    }
    float scale = embeddingRows.scale();
    for (int c = 0; c < columns; c++) {
      target[to + c] *= scale;
    }
  }

  /**
   * Moves the rows of tokens against the gradient of their vectors.
   *
   * @param gradients {@code [tokens, columns]}
   */
  public void learn(List<EmbeddingRows> tokens, float[] gradients, double learningRate) {
    for (int i = 0; i < tokens.size(); i++) {
      EmbeddingRows embeddingRows = tokens.get(i);
      // Padding's row stands for no row of one's own and has to stay zero.
      if (embeddingRows.own() != Vocabulary.PADDING) {
        ownAdam.add(embeddingRows.own(), gradients, i * columns, 1f);
      }
      for (int row : embeddingRows.ngrams()) {
        ngramsAdam.add(row, gradients, i * columns, embeddingRows.scale());
      }
    }
    ownAdam.step(learningRate);
    ngramsAdam.step(learningRate);
  }

  /**
   * Rounds the tables to 8 bits for a bundle, and takes the rounded values over, so that this
   * network and the bundle compute the same. N-grams that no training text has become zeros: their
   * random numbers would only disturb.
   */
  public QuantizedTables round() {
    for (int row = 1; row < ngrams.length / columns; row++) {
      if (!ngramsAdam.hasMoved(row)) {
        Arrays.fill(ngrams, row * columns, (row + 1) * columns, 0f);
      }
    }
    float[] ready = own.clone();
    forEachKnown((row, sum) -> addTo(ready, row, sum, 1f));
    QuantizedTable roundedOwn = QuantizedTable.quantize(ready, columns);
    QuantizedTable roundedNgrams = QuantizedTable.quantize(ngrams, columns);
    copy(roundedNgrams.dequantized(), ngrams);
    copy(roundedOwn.dequantized(), own);
    forEachKnown((row, sum) -> addTo(own, row, sum, -1f));
    return new QuantizedTables(roundedOwn, roundedNgrams);
  }

  private interface RowAction {
    void accept(int row, float[] ngramSum);
  }

  private void forEachKnown(RowAction action) {
    for (EmbeddingRows embeddingRows : tokenIndex.ready()) {
      float[] sum = new float[columns];
      addNgrams(embeddingRows, sum, 0);
      action.accept(embeddingRows.own(), sum);
    }
  }

  private void addTo(float[] table, int row, float[] sum, float sign) {
    for (int c = 0; c < columns; c++) {
      table[row * columns + c] += sign * sum[c];
    }
  }

  /** Returns a copy of both tables, for {@link #restore}. */
  public float[][] snapshot() {
    return new float[][] {own.clone(), ngrams.clone()};
  }

  public void restore(float[][] snapshot) {
    copy(snapshot[0], own);
    copy(snapshot[1], ngrams);
  }

  public void accept(CheckpointVisitor checkpoint) {
    checkpoint.floats("own", own);
    checkpoint.floats("ngrams", ngrams);
    ownAdam.accept(checkpoint.part("own"));
    ngramsAdam.accept(checkpoint.part("ngrams"));
  }

  private static void copy(float[] from, float[] to) {
    System.arraycopy(from, 0, to, 0, to.length);
  }
}
