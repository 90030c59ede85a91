package io.garam.evaluation.metrics;

/**
 * Confusion: a label that was taken for another.
 *
 * @param gold the label that it was
 * @param predicted the label that it was taken for
 * @param count how many utterances
 * @param share which share that is of all utterances with this gold label
 */
public record Confusion(String gold, String predicted, int count, double share) {}
