package io.garam.training.packaging;

import io.garam.training.export.Cell;
import io.garam.training.export.DialogueWeights;
import io.garam.training.export.DirectionWeights;
import io.garam.training.export.ViewWeights;

/** Weights with one thing wrong in them, as an export could get it wrong. */
final class WrongWeights {

  private WrongWeights() {}

  static ViewWeights withGatesSwapped(ViewWeights weights, int one, int other) {
    return new ViewWeights(
        weights.cell(),
        weights.embedding(),
        weights.hidden(),
        weights.labels(),
        weights.directions().stream()
            .map(direction -> swapped(direction, weights.cell(), one, other))
            .toList(),
        weights.dialogue(),
        weights.outputWeight(),
        weights.outputBias());
  }

  static DirectionWeights swapped(DirectionWeights direction, Cell cell, int one, int other) {
    return new DirectionWeights(
        swapped(direction.input(), cell, one, other),
        swapped(direction.recurrent(), cell, one, other),
        swapped(direction.inputBias(), cell, one, other),
        swapped(direction.recurrentBias(), cell, one, other));
  }

  private static float[] swapped(float[] matrix, Cell cell, int one, int other) {
    int block = matrix.length / cell.gates();
    float[] swapped = matrix.clone();
    System.arraycopy(matrix, one * block, swapped, other * block, block);
    System.arraycopy(matrix, other * block, swapped, one * block, block);
    return swapped;
  }

  static ViewWeights with(ViewWeights weights, DialogueWeights dialogue) {
    return new ViewWeights(
        weights.cell(),
        weights.embedding(),
        weights.hidden(),
        weights.labels(),
        weights.directions(),
        dialogue,
        weights.outputWeight(),
        weights.outputBias());
  }

  static ViewWeights withCell(ViewWeights weights, Cell cell) {
    return new ViewWeights(
        cell,
        weights.embedding(),
        weights.hidden(),
        weights.labels(),
        weights.directions(),
        weights.dialogue(),
        weights.outputWeight(),
        weights.outputBias());
  }

  /** Returns a dialogue step with other speakers and another cell's weights. */
  static DialogueWeights with(DialogueWeights step, float[] speakers, DirectionWeights recurrent) {
    return new DialogueWeights(
        step.cell(), step.vector(), step.hidden(), step.weight(), step.bias(), speakers, recurrent);
  }
}
