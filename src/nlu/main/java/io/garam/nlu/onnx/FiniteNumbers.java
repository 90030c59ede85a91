package io.garam.nlu.onnx;

/** Finite numbers of a network's answer: any other would be no probability, or spoil a dialogue. */
final class FiniteNumbers {

  private FiniteNumbers() {}

  /**
   * Returns the numbers.
   *
   * @throws IllegalStateException if one of them is not finite
   */
  static float[] require(float[] numbers) {
    for (float number : numbers) {
      if (!Float.isFinite(number)) {
        throw new IllegalStateException("the network's answer holds the number " + number);
      }
    }
    return numbers;
  }
}
