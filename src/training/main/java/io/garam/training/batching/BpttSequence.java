package io.garam.training.batching;

import java.util.Deque;

/**
 * One of the sequences that go side by side through truncated back-propagation through time, and
 * how far it has come: some utterances of a dialogue are taken at a time.
 */
final class BpttSequence {

  private final int most;
  private int[] dialogue = {};
  private int from;
  private int taken;

  /** Makes a sequence that has not begun, and takes so many utterances at the most. */
  BpttSequence(int most) {
    this.most = most;
  }

  /** Returns a sequence that takes a whole dialogue. */
  static BpttSequence whole(int[] dialogue) {
    BpttSequence sequence = new BpttSequence(dialogue.length);
    sequence.dialogue = dialogue;
    sequence.taken = dialogue.length;
    return sequence;
  }

  /** Goes on in the dialogue or, where it has ended, to the next of those that wait. */
  void advance(Deque<int[]> waiting) {
    from += taken;
    if (from == dialogue.length) {
      dialogue = waiting.isEmpty() ? new int[0] : waiting.removeFirst();
      from = 0;
    }
    taken = Math.min(most, dialogue.length - from);
  }

  /** Returns how many utterances are taken; 0 where no dialogue is left. */
  int taken() {
    return taken;
  }

  /** Returns one of the utterances taken, as an index into the corpus. */
  int utterance(int t) {
    return dialogue[from + t];
  }

  /** Says whether a dialogue begins here, so that no state is carried into it. */
  boolean isReset() {
    return from == 0;
  }
}
