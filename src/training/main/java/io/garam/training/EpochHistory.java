package io.garam.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.garam.evaluation.report.EpochFigures;
import io.garam.nlu.io.Json;
import io.garam.training.checkpoint.CheckpointVisitor;
import java.util.ArrayList;
import java.util.List;

/** History of a training: how each epoch went, and since when none was better. */
final class EpochHistory {

  private final List<EpochFigures> epochs = new ArrayList<>();

  /**
   * Adds the figures of the next epoch. Of equally good epochs the last is the best, since it has
   * learned the most.
   */
  EpochFigures add(double loss, double accuracy, double seconds) {
    boolean isBest = epochs.stream().noneMatch(earlier -> earlier.accuracy() > accuracy);
    EpochFigures epoch = new EpochFigures(epochs.size() + 1, loss, accuracy, isBest, seconds);
    epochs.add(epoch);
    return epoch;
  }

  int size() {
    return epochs.size();
  }

  EpochFigures last() {
    return epochs.get(epochs.size() - 1);
  }

  List<EpochFigures> all() {
    return List.copyOf(epochs);
  }

  /** Returns how many epochs came after the first that was as good as any. */
  int sinceBetter() {
    double greatest = epochs.stream().mapToDouble(EpochFigures::accuracy).max().orElse(0);
    long before = epochs.stream().takeWhile(epoch -> epoch.accuracy() < greatest).count();
    return (int) (epochs.size() - before - 1);
  }

  void accept(CheckpointVisitor checkpoint) {
    try {
      String holds = checkpoint.text("epochs", Json.MAPPER.writeValueAsString(epochs));
      epochs.clear();
      epochs.addAll(Json.MAPPER.readValue(holds, new TypeReference<List<EpochFigures>>() {}));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the figures of an epoch always have a JSON form", e);
    }
  }
}
