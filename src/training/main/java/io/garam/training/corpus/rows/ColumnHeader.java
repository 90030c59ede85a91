package io.garam.training.corpus.rows;

import io.garam.nlu.GaramException;
import io.garam.training.corpus.ColumnMapping;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Header of columns: where those that matter are, as indexes, {@link #ABSENT} for none.
 *
 * @param width how many columns there are
 */
record ColumnHeader(int width, int text, int label, int dialogue, int speaker) {

  static final int ABSENT = -1;

  /**
   * Finds the columns that a reader wants.
   *
   * @param names of all columns
   * @throws GaramException if one that is needed or named is not there, or is there twice
   */
  static ColumnHeader of(RowReader reader, long line, List<String> names) {
    ColumnMapping columns = reader.columns();
    return new ColumnHeader(
        names.size(),
        required(reader, line, names, columns.texts()),
        required(reader, line, names, columns.labels()),
        optional(reader, line, names, columns.dialogue(), "dialogue"),
        optional(reader, line, names, columns.speaker(), "speaker"));
  }

  private static int optional(
      RowReader reader, long line, List<String> names, @Nullable String wanted, String usual) {
    return wanted == null && ColumnMapping.find(names, List.of(usual)).isEmpty()
        ? ABSENT
        : required(reader, line, names, List.of(wanted == null ? usual : wanted));
  }

  private static int required(
      RowReader reader, long line, List<String> names, List<String> wanted) {
    String name =
        ColumnMapping.find(names, wanted)
            .orElseThrow(() -> unknown(reader, line, wanted, "only the columns " + listed(names)));
    int index = names.indexOf(name);
    if (names.lastIndexOf(name) != index) {
      throw unknown(reader, line, List.of(name), "several of that name");
    }
    return index;
  }

  private static String listed(List<String> names) {
    return names.stream()
        .map(name -> name.isEmpty() ? "(unnamed)" : name)
        .collect(Collectors.joining(", "));
  }

  private static GaramException unknown(
      RowReader reader, long line, List<String> wanted, String found) {
    return reader.error(
        line,
        "one column named " + RowReader.eitherOf(wanted),
        found,
        "say which is which, such as with --columns text=sentence,label=intent");
  }
}
