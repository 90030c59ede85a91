package io.garam.nlu.explanation;

/**
 * How likely a label is.
 *
 * @param confidence its calibrated probability p, 0 to 1
 * @param logOdds ln(p / (1 − p)), which tells apart what rounds to the same probability: 0 for one
 *     half, 2.2 for 0.9, 4.6 for 0.99
 * @since 0.1.0
 */
public record LabelScore(String label, float confidence, double logOdds) {}
