package io.garam.training.batching;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * The dialogues of a corpus as sequences for truncated back-propagation through time (BPTT;
 * Williams and Peng 1990): gradients go back {@value #BPTT_LENGTH} utterances, the state is carried
 * further.
 *
 * @param members for each dialogue its utterances in order, as indexes into the corpus
 * @param speakers for each utterance of the corpus its row of the table of speakers
 */
public record DialogueSequences(List<int[]> members, int[] speakers) {

  /** Utterances of a dialogue through which a gradient goes back; states go further. */
  private static final int BPTT_LENGTH = 40;

  /**
   * Returns the minibatches of an epoch, each utterance in one. Dialogues in random order go
   * through sequences side by side; where one ends, the next begins.
   *
   * @param utterances about how many make a minibatch
   */
  public List<Minibatch> minibatches(int utterances, Random random) {
    List<int[]> order = new ArrayList<>(members);
    Collections.shuffle(order, random);
    double length =
        order.stream().mapToInt(all -> Math.min(all.length, BPTT_LENGTH)).average().orElse(1);
    BpttSequence[] sequences = new BpttSequence[(int) Math.max(1, Math.round(utterances / length))];
    Arrays.setAll(sequences, sequence -> new BpttSequence(BPTT_LENGTH));
    Deque<int[]> waiting = new ArrayDeque<>(order);
    List<Minibatch> minibatches = new ArrayList<>();
    while (advance(sequences, waiting)) {
      minibatches.add(minibatch(List.of(sequences)));
    }
    return minibatches;
  }

  /** Says whether there is anything more to learn from. */
  private static boolean advance(BpttSequence[] sequences, Deque<int[]> waiting) {
    boolean busy = false;
    for (BpttSequence sequence : sequences) {
      sequence.advance(waiting);
      busy |= sequence.taken() > 0;
    }
    return busy;
  }

  /** Returns all dialogues whole, those of similar length together. */
  public List<Minibatch> whole(int sequences) {
    List<int[]> byLength = new ArrayList<>(members);
    byLength.sort(Comparator.comparingInt(all -> all.length));
    List<Minibatch> minibatches = new ArrayList<>();
    for (int start = 0; start < byLength.size(); start += sequences) {
      minibatches.add(
          minibatch(
              byLength.subList(start, Math.min(start + sequences, byLength.size())).stream()
                  .map(BpttSequence::whole)
                  .toList()));
    }
    return minibatches;
  }

  private Minibatch minibatch(List<BpttSequence> sequences) {
    int time = sequences.stream().mapToInt(BpttSequence::taken).max().orElseThrow();
    List<Integer> utterances = new ArrayList<>();
    List<Integer> positions = new ArrayList<>();
    boolean[] resets = new boolean[sequences.size()];
    for (int sequence = 0; sequence < resets.length; sequence++) {
      BpttSequence one = sequences.get(sequence);
      resets[sequence] = one.isReset();
      for (int t = 0; t < one.taken(); t++) {
        utterances.add(one.utterance(t));
        positions.add(sequence * time + t);
      }
    }
    return new Minibatch(
        utterances,
        new SequenceLayout(
            sequences.size(),
            time,
            positions.stream().mapToInt(Integer::intValue).toArray(),
            utterances.stream().mapToInt(i -> speakers[i]).toArray(),
            resets));
  }
}
