package io.garam.training.corpus.rows;

import java.util.regex.Pattern;

/**
 * Example of an intent in Rasa's training data.
 *
 * @param line where it is
 * @param text what was said
 */
record RasaExample(long line, String text) {

  private static final Pattern ENTITY =
      Pattern.compile("\\[([^\\]]+)\\](?:\\([^)]*\\)|\\{[^}]*\\}|\\[\\{[^\\]]*\\])");

  /** Reads an example. Marks of entities, such as {@code [Seoul](city)}, leave their text. */
  static RasaExample of(long line, String written) {
    return new RasaExample(line, ENTITY.matcher(written.strip()).replaceAll("$1"));
  }
}
