package io.garam.training.corpus.rows;

import io.garam.training.corpus.ColumnMapping;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Separator of the columns of a header, guessed from the header. */
final class HeaderSeparator {

  private HeaderSeparator() {}

  /**
   * Returns the separator with which a header has the columns that are wanted, else the likeliest
   * that is in it.
   *
   * @param candidates the likeliest first
   */
  static char of(String header, String candidates, ColumnMapping columns) {
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
