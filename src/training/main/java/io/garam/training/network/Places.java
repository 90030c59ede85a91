package io.garam.training.network;

/**
 * Where in dialogues the utterances of a batch are. Several dialogues go on side by side, one in
 * each lane; time counts utterances from where the batch begins.
 *
 * @param lanes how many dialogues
 * @param time utterances of the lane that has most
 * @param positions for each utterance {@code lane * time + t}
 * @param speakers for each utterance its row of the table of speakers
 * @param fresh for each lane whether a dialogue begins in it; otherwise the one of the batch before
 *     goes on
 */
public record Places(int lanes, int time, int[] positions, int[] speakers, boolean[] fresh) {}
