package io.garam.training.corpus;

/** Size of a corpus: its name and its number of utterances. */
public record CorpusSize(String name, int utterances) {}
