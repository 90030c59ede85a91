package io.garam.evaluation.report;

/**
 * How an epoch of a training went.
 *
 * @param epoch counts from 1
 * @param loss the mean training loss, in nats
 * @param accuracy on the validation corpus, 0 to 1
 */
public record Epoch(int epoch, double loss, double accuracy) {}
