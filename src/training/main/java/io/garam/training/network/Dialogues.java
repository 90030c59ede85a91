package io.garam.training.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * The dialogues of a corpus, as a network goes through them.
 *
 * @param members for each dialogue its utterances in order, as indexes into the corpus
 * @param speakers for each utterance of the corpus its row of the table of speakers
 */
public record Dialogues(List<int[]> members, int[] speakers) {

  /** Utterances of a dialogue through which a gradient goes back; states go further. */
  private static final int STRETCH = 40;

  /**
   * Returns the stretches of an epoch, each utterance in one. Dialogues in random order go through
   * the lanes; where one ends, the next begins.
   *
   * @param utterances about how many make a stretch
   */
  List<Stretch> stretches(int utterances, Random random) {
    List<int[]> order = new ArrayList<>(members);
    Collections.shuffle(order, random);
    double length =
        order.stream().mapToInt(all -> Math.min(all.length, STRETCH)).average().orElse(1);
    Lane[] lanes = new Lane[(int) Math.max(1, Math.round(utterances / length))];
    Arrays.setAll(lanes, lane -> new Lane());
    Deque<int[]> waiting = new ArrayDeque<>(order);
    List<Stretch> stretches = new ArrayList<>();
    while (advance(lanes, waiting)) {
      stretches.add(stretch(List.of(lanes)));
    }
    return stretches;
  }

  /** Says whether there is anything more to learn from. */
  private static boolean advance(Lane[] lanes, Deque<int[]> waiting) {
    boolean busy = false;
    for (Lane lane : lanes) {
      lane.advance(waiting);
      busy |= lane.taken > 0;
    }
    return busy;
  }

  /** Returns all dialogues whole, those of similar length together. */
  List<Stretch> whole(int lanes) {
    List<int[]> byLength = new ArrayList<>(members);
    byLength.sort(Comparator.comparingInt(all -> all.length));
    List<Stretch> stretches = new ArrayList<>();
    for (int start = 0; start < byLength.size(); start += lanes) {
      stretches.add(
          stretch(
              byLength.subList(start, Math.min(start + lanes, byLength.size())).stream()
                  .map(Lane::of)
                  .toList()));
    }
    return stretches;
  }

  private Stretch stretch(List<Lane> lanes) {
    int time = lanes.stream().mapToInt(lane -> lane.taken).max().orElseThrow();
    List<Integer> utterances = new ArrayList<>();
    List<Integer> positions = new ArrayList<>();
    boolean[] fresh = new boolean[lanes.size()];
    for (int lane = 0; lane < fresh.length; lane++) {
      Lane one = lanes.get(lane);
      fresh[lane] = one.from == 0;
      for (int t = 0; t < one.taken; t++) {
        utterances.add(one.dialogue[one.from + t]);
        positions.add(lane * time + t);
      }
    }
    return new Stretch(
        utterances,
        new Places(
            lanes.size(),
            time,
            positions.stream().mapToInt(Integer::intValue).toArray(),
            utterances.stream().mapToInt(i -> speakers[i]).toArray(),
            fresh));
  }

  /**
   * How far one lane has come: {@code taken} utterances of a dialogue, beginning at {@code from}.
   */
  private static final class Lane {
    private int[] dialogue = {};
    private int from;
    private int taken;

    static Lane of(int[] dialogue) {
      Lane lane = new Lane();
      lane.dialogue = dialogue;
      lane.taken = dialogue.length;
      return lane;
    }

    void advance(Deque<int[]> waiting) {
      from += taken;
      if (from == dialogue.length) {
        dialogue = waiting.isEmpty() ? new int[0] : waiting.removeFirst();
        from = 0;
      }
      taken = Math.min(STRETCH, dialogue.length - from);
    }
  }
}
