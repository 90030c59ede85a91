package io.garam.evaluation;

/**
 * Label share: how often a model gives a label, and how sure it is of it.
 *
 * @param label the label; {@link io.garam.nlu.Intent#UNKNOWN} for abstentions
 * @param count how many utterances
 * @param share which share that is of all utterances
 * @param confidence their mean confidence, 0 to 1; that of an abstention is of the most probable
 *     label, which was not given
 */
public record LabelShare(String label, int count, double share, double confidence) {}
