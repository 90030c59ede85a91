package io.garam.evaluation.report;

/**
 * Explanations of the first example of a change of label: why one model gave the one, and the other
 * the other.
 *
 * @param first of what the model is held against
 * @param second of the model
 */
public record ChangeExplanation(AnswerExplanation first, AnswerExplanation second) {}
