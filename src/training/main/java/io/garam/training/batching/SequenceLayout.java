package io.garam.training.batching;

/**
 * Layout of the dialogues in a minibatch: {@code [sequences, time]}, one dialogue in each sequence;
 * time counts utterances from where the minibatch begins.
 *
 * @param sequences how many dialogues
 * @param time utterances of the longest sequence
 * @param positions for each utterance {@code sequence * time + t}
 * @param speakers for each utterance its row of the table of speakers
 * @param resets for each sequence whether its state is reset, since a dialogue begins; otherwise
 *     the state of the minibatch before is carried on
 */
public record SequenceLayout(
    int sequences, int time, int[] positions, int[] speakers, boolean[] resets) {}
