package io.garam.training.embedding;

import io.garam.training.export.QuantizedTable;

/**
 * Quantized tables of a view, as a bundle holds them.
 *
 * @param own finished vectors of the tokens that are known
 * @param ngrams n-grams, for the others
 */
public record QuantizedTables(QuantizedTable own, QuantizedTable ngrams) {}
