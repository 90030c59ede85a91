package io.garam.training.corpus;

/** Label count: how many utterances of a corpus have a label. */
public record LabelCount(String label, int utterances) {}
