package io.garam.nlu.encoding;

import io.garam.nlu.text.Tokenizer;

/**
 * How a model reads the words of an utterance, beside which stands its vocabulary.
 *
 * @param tokenizer how text becomes tokens
 * @param subwords how a token becomes rows of the subword table
 */
public record WordView(Tokenizer tokenizer, Subwords subwords) {}
