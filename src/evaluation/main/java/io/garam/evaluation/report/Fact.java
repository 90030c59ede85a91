package io.garam.evaluation.report;

/**
 * Fact: something to know of a measurement, such as the model or the command.
 *
 * @param name what it is, a few words
 * @param value as it is to be read
 */
public record Fact(String name, String value) {}
