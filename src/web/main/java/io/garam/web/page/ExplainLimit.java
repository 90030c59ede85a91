package io.garam.web.page;

import io.garam.nlu.Utterance;
import io.garam.web.server.Problem;
import java.util.List;

/**
 * Limit on what is explained: each part of the last utterance is left out in turn, and the dialogue
 * read without it, which has to be done within seconds.
 */
final class ExplainLimit {

  /** Characters in all utterances. */
  private static final int MOST = 6_000;

  /** Characters of the last utterance, times those of all. */
  private static final long MOST_READ = 2_000_000;

  private ExplainLimit() {}

  /** Says whether utterances are within the limit. */
  static boolean isWithin(List<Utterance> said) {
    long all = said.stream().mapToLong(one -> one.text().length()).sum();
    long last = said.get(said.size() - 1).text().length();
    return all <= MOST && last * all <= MOST_READ;
  }

  /**
   * Returns utterances that are within the limit.
   *
   * @throws Problem.Refusal if they are not
   */
  static List<Utterance> require(List<Utterance> said) {
    if (!isWithin(said)) {
      throw Problem.of(
              400,
              "too-much-to-explain",
              "Expected a text that is explained within seconds, of some "
                  + (int) Math.sqrt(MOST_READ)
                  + " characters, or fewer after a dialogue, but found "
                  + said.stream().mapToInt(one -> one.text().length()).sum()
                  + "; leave out what was said long before, or ask `garam explain`.")
          .refusal();
    }
    return said;
  }

  /**
   * Returns the last utterances of a dialogue, as many as are within the limit.
   *
   * @throws Problem.Refusal if the last alone is not
   */
  static List<Utterance> last(List<Utterance> dialogue) {
    int from = 0;
    while (from < dialogue.size() - 1 && !isWithin(dialogue.subList(from, dialogue.size()))) {
      from++;
    }
    return require(dialogue.subList(from, dialogue.size()));
  }
}
