package io.garam.app.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ReasonTallyTest {

  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  private final ReasonTally tally = new ReasonTally("no-text");

  @Test
  void theMostFrequentSentenceStandsForTheGroup() {
    tally.add("Expected the text at /text.", null);
    tally.add("Expected the text at /said.", null);
    tally.add("Expected the text at /said.", null);

    assertThat(tally.group())
        .isEqualTo(new ReasonGroup("no-text", "Expected the text at /said.", 3, 2, null, null));
  }

  @Test
  void ofEquallyFrequentSentencesItIsTheFirstOfTheAlphabet() {
    tally.add("b", null);
    tally.add("a", null);
    tally.add("c", null);

    assertThat(tally.group().reason()).isEqualTo("a");
  }

  @Test
  void theGroupIsFromItsEarliestToItsLatestLetterInWhateverOrderTheyAreRead() {
    tally.add("a", NOON);
    tally.add("a", NOON.plusSeconds(60));
    tally.add("a", null);
    tally.add("a", NOON.minusSeconds(60));

    assertThat(tally.group())
        .isEqualTo(
            new ReasonGroup("no-text", "a", 4, 4, NOON.minusSeconds(60), NOON.plusSeconds(60)));
  }

  @Test
  void sentencesThatNobodyCouldReadAllOfAreCountedButNotKept() {
    for (int i = 0; i < 20; i++) {
      tally.add("sentence " + (char) ('a' + i), null);
    }
    for (int i = 0; i < 50; i++) {
      tally.add("late", null);
    }
    tally.add("sentence t", null);

    assertThat(tally.group())
        .isEqualTo(new ReasonGroup("no-text", "sentence t", 71, 2, null, null));
  }
}
