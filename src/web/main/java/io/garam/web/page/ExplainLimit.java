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

  /**
   * Characters of the last utterance, times the number of utterances: about so many are read, some
   * 3,000 in a second of one processor.
   */
  private static final int MOST_READ = 10_000;

  private ExplainLimit() {}

  /** Says whether utterances are within the limit. */
  static boolean isWithin(List<Utterance> said) {
    return characters(said) <= MOST && (long) lastText(said).length() * said.size() <= MOST_READ;
  }

  private static String lastText(List<Utterance> said) {
    return said.get(said.size() - 1).text();
  }

  private static int characters(List<Utterance> said) {
    return said.stream().mapToInt(one -> one.text().length()).sum();
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
              "Expected at most "
                  + MOST
                  + " characters to explain, and at most "
                  + MOST_READ / said.size()
                  + " in the last of "
                  + said.size()
                  + " utterances, but found "
                  + characters(said)
                  + " and "
                  + lastText(said).length()
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
