package io.garam.training.corpus;

import io.garam.nlu.GaramException;
import io.garam.nlu.text.NormalForm;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the rows of every form of corpus have in common: their checks and their errors. */
abstract sealed class RowReader permits DelimitedRows, DialogueActRows, JsonRows {

  private final Path file;
  private final ColumnMapping columns;

  RowReader(Path file, ColumnMapping columns) {
    this.file = file;
    this.columns = columns;
  }

  final ColumnMapping columns() {
    return columns;
  }

  final LabelledUtterance utterance(
      long line, String text, String label, @Nullable String dialogue, @Nullable String speaker) {
    if (NormalForm.isBlank(text)) {
      throw error(line, "a text", "a blank one", "fill in the text or remove the row");
    }
    if (NormalForm.isBlank(label)) {
      throw error(line, "a label", "a blank one", "label the utterance or remove the row");
    }
    return new LabelledUtterance(text, label.strip(), nullIfBlank(dialogue), nullIfBlank(speaker));
  }

  /** A row that has another number of columns than the header. */
  final GaramException ragged(long line, int expected, int found) {
    return error(
        line,
        expected + " columns, as in the header,",
        found == 1 ? "1 column" : found + " columns",
        "mend the row");
  }

  final GaramException error(long line, String expected, String found, String remedy) {
    return new GaramException(
        "Expected "
            + expected
            + " in line "
            + line
            + " of the corpus "
            + file
            + ", but found "
            + found
            + "; "
            + remedy
            + ".");
  }

  /** The names in quotes, as a sentence gives a choice. */
  static String eitherOf(List<String> names) {
    return names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(" or "));
  }

  private static @Nullable String nullIfBlank(@Nullable String value) {
    return value == null || NormalForm.isBlank(value) ? null : value.strip();
  }
}
