package io.garam.training.network;

import io.garam.training.export.Cell;

/**
 * The sizes of a network.
 *
 * @param cell the recurrent cell
 * @param directions 1 for forward, 2 for forward and backward
 * @param embedding numbers in a token vector
 * @param hidden units of the recurrent layer in each direction
 * @param labels how many labels
 */
public record NetworkShape(Cell cell, int directions, int embedding, int hidden, int labels) {}
