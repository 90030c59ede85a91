package io.garam.training.packaging;

import io.garam.nlu.decision.Decision;

/**
 * Calibration of a model: what makes its confidence match its accuracy.
 *
 * @param temperature as in {@link Decision}
 * @param exponent likewise; 1 where one temperature is enough
 */
public record Calibration(double temperature, double exponent) {}
