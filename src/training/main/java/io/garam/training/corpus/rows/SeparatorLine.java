package io.garam.training.corpus.rows;

import io.garam.nlu.GaramException;

/**
 * The line {@code sep=;} that some spreadsheets want before the header, to be told what parts the
 * columns.
 */
final class SeparatorLine {

  private static final String KEY = "sep=";
  private static final String KNOWN = ",;|\t";

  private SeparatorLine() {}

  /** Says whether a line, or the first column of one, declares a separator. */
  static boolean isIn(String line) {
    return line.startsWith(KEY);
  }

  /**
   * Returns the separator that a first line declares.
   *
   * @throws GaramException if that cannot be one
   */
  static char in(String corpus, String line) {
    String separator = line.substring(KEY.length());
    if (separator.length() != 1 || KNOWN.indexOf(separator.charAt(0)) < 0) {
      throw new GaramException(
          "Expected a comma, a semicolon, a bar or a tab after sep= in line 1 of the corpus "
              + corpus
              + ", but found \""
              + separator
              + "\"; name what parts the columns or remove the line.");
    }
    return separator.charAt(0);
  }
}
