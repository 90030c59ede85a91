package io.garam.training.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TrainValidationSplitTest {

  private static final Corpus PLAIN = corpus(200, i -> i % 4 == 0 ? "rare" : "common", i -> null);
  private static final Corpus DIALOGUES = corpus(200, i -> "a", i -> "d" + i / 7);

  @Test
  void everyLabelLosesTheSameShare() {
    TrainValidationSplit parts = new HeldOutPart(0.1, 7).of(PLAIN);

    assertThat(parts.valid().utterances())
        .filteredOn(utterance -> utterance.label().equals("rare"))
        .hasSize(5);
    assertThat(parts.valid().size()).isEqualTo(20);
  }

  /** Issue 12: such a corpus was refused with "it has only 6000". */
  @Test
  void whereNoLabelCanGiveATenthItIsHeldOutOverAll() {
    Corpus few = corpus(6_000, i -> "label " + i / 4, i -> null);

    TrainValidationSplit parts = new HeldOutPart(0.1, 7).of(few);

    assertThat(parts.valid().size()).isEqualTo(600);
    assertThat(parts.train().labels()).hasSize(1_500);
  }

  @Test
  void aPartOfAPartIsNotCalledAPartTwice() {
    TrainValidationSplit parts = new HeldOutPart(0.1, 7).of(PLAIN);
    TrainValidationSplit inner = new HeldOutPart(0.1, 7).of(parts.train());

    assertThat(parts.valid().name()).isEqualTo(PLAIN.name() + " (held-out part)");
    assertThat(inner.train().name()).isEqualTo(PLAIN.name() + " (training part)");
    assertThat(inner.valid().name())
        .isEqualTo(PLAIN.name() + " (held-out part of the training part)");
  }

  @Test
  void ofTwoDialoguesOneIsHeldOut() {
    TrainValidationSplit parts = new HeldOutPart(0.1, 7).of(corpus(14, i -> "a", i -> "d" + i / 9));

    assertThat(parts.valid().size()).isEqualTo(5);
  }

  @Test
  void noUtteranceIsInBothPartsOrLost() {
    TrainValidationSplit parts = new HeldOutPart(0.1, 7).of(PLAIN);

    List<String> all = new ArrayList<>(parts.train().texts());
    all.addAll(parts.valid().texts());
    assertThat(all).containsExactlyInAnyOrderElementsOf(PLAIN.texts());
  }

  @Test
  void dialoguesStayWhole() {
    TrainValidationSplit parts = new HeldOutPart(0.1, 7).of(DIALOGUES);

    Set<String> shared = new HashSet<>(dialogues(parts.train()));
    shared.retainAll(dialogues(parts.valid()));
    assertThat(shared).isEmpty();
    assertThat(parts.valid().size()).isBetween(14, 27);
  }

  @Test
  void theSeedDecidesWhatIsHeldOut() {
    assertThat(new HeldOutPart(0.1, 7).of(PLAIN)).isEqualTo(new HeldOutPart(0.1, 7).of(PLAIN));
    assertThat(new HeldOutPart(0.1, 8).of(PLAIN)).isNotEqualTo(new HeldOutPart(0.1, 7).of(PLAIN));
  }

  private static Set<String> dialogues(Corpus corpus) {
    return corpus.utterances().stream()
        .map(LabelledUtterance::dialogue)
        .collect(Collectors.toSet());
  }

  private interface Column {
    String of(int row);
  }

  private static Corpus corpus(int size, Column label, Column dialogue) {
    return new Corpus(
        "numbers",
        null,
        IntStream.range(0, size)
            .mapToObj(i -> new LabelledUtterance("text " + i, label.of(i), dialogue.of(i), null))
            .toList());
  }
}
