package io.garam.evaluation.report;

/**
 * Epoch figures: how an epoch of a training went.
 *
 * @param epoch counts from 1
 * @param loss the mean training loss, in nats
 * @param accuracy on the validation corpus, 0 to 1
 * @param best whether this is the best epoch so far, or as good as that one: the later is kept
 * @param seconds that it took
 */
public record EpochFigures(int epoch, double loss, double accuracy, boolean best, double seconds) {}
