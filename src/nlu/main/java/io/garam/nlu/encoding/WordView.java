package io.garam.nlu.encoding;

import io.garam.nlu.text.Tokenizer;

/**
 * Settings of the word view: how a model reads the words of an utterance, beside its vocabulary.
 *
 * @param tokenizer how text becomes tokens
 * @param subwords how a token becomes rows of the subword table
 */
public record WordView(Tokenizer tokenizer, Subwords subwords) {}
