package io.garam.benchmarks.inference;

/**
 * Speed of one kind of work without Kafka; a line of the JSON Lines.
 *
 * @param model the name of the model whose texts it is done on
 * @param work what is done with each text
 * @param perSecond texts a second by the clock, all threads together; the median of the rounds
 * @param micros of processor time for each text; the median of the rounds
 */
public record SpeedResult(String model, String work, double perSecond, double micros) {}
