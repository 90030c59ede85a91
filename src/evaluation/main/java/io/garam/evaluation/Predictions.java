package io.garam.evaluation;

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

  private final List<PredictionBlock> blocks;
  private final List<String> labels;
  private final int size;

  private Predictions(List<PredictionBlock> blocks, List<String> labels, int size) {
    this.blocks = List.copyOf(blocks);
    this.labels = List.copyOf(labels);
    this.size = size;
  }

  @Override
  public Prediction get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    return blocks.get(index / PredictionBlock.ROWS).get(index % PredictionBlock.ROWS, labels);
  }

  @Override
  public int size() {
    return size;
  }

  /** Collects predictions, one utterance at a time. Not for several threads. */
  public static final class Builder {

    private final List<PredictionBlock> blocks = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private int size;

    /** Adds what a model said of an utterance, with as much of its text as is to be quoted. */
    public void add(Prediction prediction) {
      int row = size % PredictionBlock.ROWS;
      if (row == 0) {
        blocks.add(new PredictionBlock());
      }
      blocks
          .get(blocks.size() - 1)
          .put(row, prediction, place(prediction.best()), place(prediction.gold()));
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
