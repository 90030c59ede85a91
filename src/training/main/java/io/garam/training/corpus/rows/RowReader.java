package io.garam.training.corpus.rows;

import io.garam.evaluation.GoldLabel;
import io.garam.nlu.GaramException;
import io.garam.nlu.text.NormalForm;
import io.garam.training.corpus.ColumnMapping;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Row reader: what the rows of every form of corpus have in common: their checks and their errors.
 */
public abstract sealed class RowReader
    permits DelimitedRows, DialogueActRows, FastTextRows, JsonArrayRows, JsonLineRows, RasaRows {

  private final String corpus;
  private final ColumnMapping columns;

  /**
   * @param corpus its name, for messages
   */
  RowReader(String corpus, ColumnMapping columns) {
    this.corpus = corpus;
    this.columns = columns;
  }

  /**
   * Reads all rows, one at a time.
   *
   * @throws GaramException if one cannot be used
   */
  public abstract void read(BufferedReader content, CollectedRows rows) throws IOException;

  /** Returns what speaks against the rows that were read, a sentence each. */
  public final List<String> warnings(CollectedRows rows) {
    return rows.warnings(corpus, this::place);
  }

  final ColumnMapping columns() {
    return columns;
  }

  final void add(
      CollectedRows rows,
      long line,
      String text,
      GoldLabel given,
      @Nullable String dialogue,
      @Nullable String speaker) {
    if (NormalForm.isBlank(text)) {
      throw error(line, "a text", "a blank one", "fill in the text or remove the row");
    }
    if (given.fault() != null) {
      throw error(
          line, "a label", given.fault(), "give the utterance one label, as text or an integer");
    }
    String label = given.text();
    if (label == null) {
      throw error(line, "a label", "a blank one", "label the utterance or remove the row");
    }
    rows.add(line, text, label, nullIfBlank(dialogue), nullIfBlank(speaker));
  }

  /** A row that has another number of columns than the header. */
  final GaramException ragged(long line, int expected, int found) {
    return error(
        line,
        expected + " columns, as in the header,",
        found == 1 ? "1 column" : found + " columns",
        "mend the row");
  }

  /** Refuses named columns where the form of corpus has none to name. */
  final void requireNoColumns(String form) {
    if (!columns.equals(ColumnMapping.DEFAULT)) {
      throw error(1, form, "columns named for it, of which it has none", "leave out --columns");
    }
  }

  /** Returns where a row is, by the number that it was added with. */
  String place(long row) {
    return "line " + row;
  }

  final GaramException error(long row, String expected, String found, String remedy) {
    return error(place(row), expected, found, remedy);
  }

  final GaramException error(String place, String expected, String found, String remedy) {
    return new GaramException(
        "Expected "
            + expected
            + " in "
            + place
            + " of the corpus "
            + corpus
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
