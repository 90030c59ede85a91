package io.garam.training.corpus.rows;

import io.garam.nlu.GaramException;
import io.garam.training.corpus.ColumnMapping;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Separator of columns: declared by the line {@code sep=;} that some spreadsheets want before the
 * header, or guessed from the header.
 */
final class ColumnSeparator {

  private static final String KEY = "sep=";
  private static final String KNOWN = ",;|\t";

  private ColumnSeparator() {}

  /** Says whether a line, or the first column of one, declares a separator. */
  static boolean isDeclaredIn(String line) {
    return line.startsWith(KEY);
  }

  /**
   * Returns the separator that a first line declares.
   *
   * @throws GaramException if that cannot be one
   */
  static char declaredIn(String corpus, String line) {
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

  /**
   * Returns the separator with which a header has the columns that are wanted, else the likeliest
   * that is in it.
   *
   * @param candidates the likeliest first
   */
  static char guessedFrom(String header, String candidates, ColumnMapping columns) {
    List<Character> all = candidates.chars().mapToObj(c -> (char) c).toList();
    return all.stream()
        .filter(candidate -> hasColumns(header, candidate, columns))
        .findFirst()
        .or(() -> all.stream().filter(candidate -> header.indexOf(candidate) >= 0).findFirst())
        .orElse(candidates.charAt(0));
  }

  private static boolean hasColumns(String header, char separator, ColumnMapping columns) {
    List<String> names =
        Arrays.stream(header.split(Pattern.quote(String.valueOf(separator)), -1))
            .map(name -> name.replace("\"", ""))
            .toList();
    return ColumnMapping.find(names, columns.texts()).isPresent()
        && ColumnMapping.find(names, columns.labels()).isPresent();
  }
}
