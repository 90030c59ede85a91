package io.garam.training.batching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BpttSequenceTest {

  @Test
  void aLongDialogueIsTakenPieceByPieceAndResetOnlyAtItsBeginning() {
    Deque<int[]> waiting = new ArrayDeque<>(List.of(new int[] {7, 8, 9, 10, 11}, new int[] {3}));
    BpttSequence sequence = new BpttSequence(2);

    assertThat(next(sequence, waiting)).containsExactly(7, 8);
    assertThat(sequence.isReset()).isTrue();
    assertThat(next(sequence, waiting)).containsExactly(9, 10);
    assertThat(sequence.isReset()).isFalse();
    assertThat(next(sequence, waiting)).containsExactly(11);
    assertThat(sequence.isReset()).isFalse();
    assertThat(next(sequence, waiting)).containsExactly(3);
    assertThat(sequence.isReset()).isTrue();
  }

  @Test
  void withoutADialogueLeftNothingIsTaken() {
    BpttSequence sequence = new BpttSequence(2);
    Deque<int[]> waiting = new ArrayDeque<>(List.of(new int[] {1}));
    next(sequence, waiting);

    assertThat(next(sequence, waiting)).isEmpty();
    assertThat(next(sequence, waiting)).isEmpty();
  }

  @Test
  void sequencesShareTheDialoguesThatWait() {
    Deque<int[]> waiting = new ArrayDeque<>(List.of(new int[] {1}, new int[] {2}, new int[] {3}));
    BpttSequence one = new BpttSequence(4);
    BpttSequence other = new BpttSequence(4);

    assertThat(next(one, waiting)).containsExactly(1);
    assertThat(next(other, waiting)).containsExactly(2);
    assertThat(next(one, waiting)).containsExactly(3);
    assertThat(next(other, waiting)).isEmpty();
  }

  @Test
  void aWholeDialogueIsTakenAtOnce() {
    BpttSequence whole = BpttSequence.whole(new int[] {5, 6, 7});

    assertThat(taken(whole)).containsExactly(5, 6, 7);
    assertThat(whole.isReset()).isTrue();
  }

  private static int[] next(BpttSequence sequence, Deque<int[]> waiting) {
    sequence.advance(waiting);
    return taken(sequence);
  }

  private static int[] taken(BpttSequence sequence) {
    return IntStream.range(0, sequence.taken()).map(sequence::utterance).toArray();
  }
}
