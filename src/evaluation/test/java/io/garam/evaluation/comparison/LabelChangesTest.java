package io.garam.evaluation.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LabelChangesTest {

  private final LabelChanges changes = new LabelChanges();

  @Test
  void theMostFrequentChangeComesFirstAndEquallyFrequentOnesByLabel() {
    changes.add("x", null, "b", "a");
    changes.add("x", null, "a", "c");
    changes.add("x", null, "a", "b");
    changes.add("y", null, "b", "c");
    changes.add("z", null, "b", "c");

    assertThat(changes.sorted())
        .extracting(change -> change.from() + change.to())
        .containsExactly("bc", "ab", "ac", "ba");
  }

  @Test
  void aChangeCountsWhomPeopleAgreeWith() {
    changes.add("right now", "new", "old", "new");
    changes.add("right before", "old", "old", "new");
    changes.add("never right", "other", "old", "new");
    changes.add("not labelled", null, "old", "new");

    LabelChange change = changes.sorted().get(0);

    assertThat(change.count()).isEqualTo(4);
    assertThat(change.improvements()).isEqualTo(1);
    assertThat(change.regressions()).isEqualTo(1);
  }

  @Test
  void examplesAreFewAndDiffer() {
    for (String text : new String[] {"one", "one", "two", "three", "four"}) {
      changes.add(text, null, "old", "new");
    }

    assertThat(changes.sorted().get(0).examples())
        .extracting(ChangedUtterance::text)
        .containsExactly("one", "two", "three");
  }
}
