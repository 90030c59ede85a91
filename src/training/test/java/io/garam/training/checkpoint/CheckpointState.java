package io.garam.training.checkpoint;

/**
 * CheckpointState as a learner's: numbers, a count and a text, which all tell when they were made.
 */
final class CheckpointState {

  private final float[] weights;
  private int steps;
  private String figures;

  private CheckpointState(float[] weights, int steps) {
    this.weights = weights;
    this.steps = steps;
    this.figures = "에폭 " + steps;
  }

  static CheckpointState of(int numbers, int steps) {
    float[] weights = new float[numbers];
    for (int i = 0; i < numbers; i++) {
      weights[i] = steps + i / 7f;
    }
    return new CheckpointState(weights, steps);
  }

  void accept(CheckpointVisitor checkpoint) {
    checkpoint.part("tables").floats("weights", weights);
    steps = checkpoint.number("steps", steps);
    figures = checkpoint.text("figures", figures);
  }

  static void accept(CheckpointVisitor checkpoint, float[] weights, int steps, String figures) {
    CheckpointState state = new CheckpointState(weights, steps);
    state.figures = figures;
    state.accept(checkpoint);
  }

  float[] weights() {
    return weights;
  }

  int steps() {
    return steps;
  }

  String figures() {
    return figures;
  }
}
