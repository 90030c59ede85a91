package io.garam.benchmarks.speed;

/**
 * Result of one epoch over all minibatches.
 *
 * @param rate utterances a second
 * @param loss the mean loss of an utterance, in nats: equal work shows in equal losses
 */
record EpochResult(double rate, double loss) {}
