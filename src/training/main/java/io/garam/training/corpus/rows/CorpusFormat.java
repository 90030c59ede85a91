package io.garam.training.corpus.rows;

import io.garam.nlu.GaramException;
import io.garam.training.corpus.ColumnMapping;

/**
 * Format of a corpus, found by its content. It is one of:
 *
 * <ul>
 *   <li>columns below a header, parted by tabs (without quoting), commas, semicolons or bars
 *       (quoted as in RFC 4180), or by what a first line {@code sep=;} declares
 *   <li>dialogues of tagged morphemes and their acts
 *   <li>JSON objects, one a line or in one array, with exports of Label Studio, Doccano and Prodigy
 *   <li>fastText's lines of {@code __label__LABEL} and the text
 *   <li>Rasa's training data in YAML
 * </ul>
 */
public final class CorpusFormat {

  private static final String SEPARATORS = "\t,;|";

  private CorpusFormat() {}

  /**
   * Tells the form by a first line that leaves no doubt, else by the file's name or, where that
   * says nothing, by the first line again.
   *
   * @param corpus the file's name
   * @param head how its text begins
   * @throws GaramException if neither tells
   */
  public static RowReader of(String corpus, String head, ColumnMapping columns) {
    CorpusHead begin = new CorpusHead(corpus, head);
    String firstLine = begin.firstLine();
    if (ColumnSeparator.isDeclaredIn(firstLine)) {
      return columns(ColumnSeparator.declaredIn(corpus, firstLine), corpus, columns);
    }
    if (DialogueActColumns.areIn(firstLine)) {
      return new DialogueActRows(corpus, columns);
    }
    if (FastTextRows.isIn(firstLine)) {
      return new FastTextRows(corpus, columns);
    }
    begin.requireNoOldRasa();
    return switch (begin.ending()) {
      case "tsv", "tab" ->
          columns(ColumnSeparator.guessedFrom(firstLine, "\t,;|", columns), corpus, columns);
      case "csv" ->
          columns(ColumnSeparator.guessedFrom(firstLine, ",;\t|", columns), corpus, columns);
      case "json", "jsonl", "ndjson" -> json(begin, columns);
      case "yml", "yaml" -> new RasaRows(corpus, columns);
      default -> sniff(begin, columns);
    };
  }

  private static RowReader sniff(CorpusHead head, ColumnMapping columns) {
    String corpus = head.corpus();
    String firstLine = head.firstLine();
    if (firstLine.startsWith("{") || head.isJsonArray()) {
      return json(head, columns);
    }
    if (RasaRows.isIn(head.text())) {
      return new RasaRows(corpus, columns);
    }
    if (firstLine.chars().anyMatch(c -> SEPARATORS.indexOf(c) >= 0)) {
      return columns(ColumnSeparator.guessedFrom(firstLine, SEPARATORS, columns), corpus, columns);
    }
    throw new GaramException(
        "Expected the corpus "
            + corpus
            + " to hold columns below a header, JSON, fastText's __label__ lines or Rasa's YAML,"
            + " but neither its name nor its first line says which; give it the ending .tsv, .csv,"
            + " .jsonl or .yml.");
  }

  private static RowReader json(CorpusHead head, ColumnMapping columns) {
    return head.isJsonArray()
        ? new JsonArrayRows(head.corpus(), columns)
        : new JsonLineRows(head.corpus(), columns);
  }

  private static RowReader columns(char separator, String corpus, ColumnMapping columns) {
    return separator == '\t'
        ? DelimitedRows.tabs(corpus, columns)
        : DelimitedRows.quoted(separator, corpus, columns);
  }
}
