package io.garam.training.packaging;

import java.util.function.DoubleUnaryOperator;

/**
 * Golden-section search (Kiefer 1953): finds where a function that falls and then rises is least.
 *
 * @param precision how far from there the answer may be
 */
record GoldenSectionSearch(double precision) {

  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  double minimum(DoubleUnaryOperator function, double from, double to) {
    double low = from;
    double high = to;
    double left = high - GOLDEN * (high - low);
    double right = low + GOLDEN * (high - low);
    double atLeft = function.applyAsDouble(left);
    double atRight = function.applyAsDouble(right);
    while (high - low > precision) {
      if (atLeft <= atRight) {
        high = right;
        right = left;
        atRight = atLeft;
        left = high - GOLDEN * (high - low);
        atLeft = function.applyAsDouble(left);
      } else {
        low = left;
        left = right;
        atLeft = atRight;
        right = low + GOLDEN * (high - low);
        atRight = function.applyAsDouble(right);
      }
    }
    return (low + high) / 2;
  }
}
