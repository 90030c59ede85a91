package io.garam.evaluation;

import io.garam.nlu.Intent;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;

/**
 * Column store of predictions: millions in 16 bytes each and the texts that are kept: numbers and
 * places of labels stand in columns, and a {@link Prediction} is made whenever one is asked for.
 */
public final class Predictions extends AbstractList<Prediction> implements RandomAccess {

  private static final int BLOCK_BITS = 14;
  private static final int BLOCK = 1 << BLOCK_BITS;

  private final List<Block> blocks;
  private final List<String> labels;
  private final int size;

  private Predictions(List<Block> blocks, List<String> labels, int size) {
    this.blocks = List.copyOf(blocks);
    this.labels = List.copyOf(labels);
    this.size = size;
  }

  /** Columns do not grow, so that none is ever held twice. */
  private static final class Block {
    private final int[] gold = new int[BLOCK];

    /** The most probable label, or where the model abstained its complement. */
    private final int[] best = new int[BLOCK];

    private final float[] confidence = new float[BLOCK];
    private final String[] text = new String[BLOCK];
  }

  @Override
  public Prediction get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    Block block = blocks.get(index >> BLOCK_BITS);
    int row = index & (BLOCK - 1);
    int best = block.best[row];
    String label = labels.get(best < 0 ? ~best : best);
    return new Prediction(
        block.text[row],
        labels.get(block.gold[row]),
        best < 0 ? Intent.UNKNOWN : label,
        label,
        block.confidence[row]);
  }

  @Override
  public int size() {
    return size;
  }

  /** Collects predictions, one utterance at a time. Not for several threads. */
  public static final class Builder {

    private final List<Block> blocks = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private int size;

    /**
     * Adds what a model said of an utterance, see {@link Prediction#of}.
     *
     * @param text what is to be quoted of the utterance
     */
    public void add(String text, String gold, Intent intent) {
      Prediction read = Prediction.of(text, gold, intent);
      int row = size & (BLOCK - 1);
      if (row == 0) {
        blocks.add(new Block());
      }
      Block block = blocks.get(blocks.size() - 1);
      int best = place(read.best());
      block.gold[row] = place(gold);
      block.best[row] = read.predicted().equals(read.best()) ? best : ~best;
      block.confidence[row] = intent.confidence();
      block.text[row] = text;
      size++;
    }

    private int place(String label) {
      Integer place = places.putIfAbsent(label, labels.size());
      if (place == null) {
        labels.add(label);
        return labels.size() - 1;
      }
      return place;
    }

    /** Returns how many there are. */
    public int size() {
      return size;
    }

    /** Returns what was collected so far. */
    public Predictions build() {
      return new Predictions(blocks, labels, size);
    }
  }
}
