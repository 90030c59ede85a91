package io.garam.benchmarks.speed;

/**
 * Once through all lessons.
 *
 * @param rate utterances a second
 * @param loss the mean loss of an utterance, in nats: equal work shows in equal losses
 */
record Pass(double rate, double loss) {}
