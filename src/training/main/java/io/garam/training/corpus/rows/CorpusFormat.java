package io.garam.training.corpus.rows;

import io.garam.nlu.GaramException;
import io.garam.training.corpus.ColumnMapping;
import java.util.Locale;
import java.util.regex.Pattern;

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
  private static final Pattern ARRAY = Pattern.compile("\\s*\\[\\s*[\\[{\\]].*", Pattern.DOTALL);
  private static final Pattern RASA_JSON =
      Pattern.compile("\\s*\\{\\s*\"rasa_nlu_data\".*", Pattern.DOTALL);

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
    String firstLine = firstLine(head);
    if (SeparatorLine.isIn(firstLine)) {
      return columns(SeparatorLine.in(corpus, firstLine), corpus, columns);
    }
    if (DialogueActRows.isHeader(firstLine)) {
      return new DialogueActRows(corpus, columns);
    }
    if (FastTextRows.isIn(firstLine)) {
      return new FastTextRows(corpus, columns);
    }
    requireNoOldRasa(corpus, head, firstLine);
    return switch (ending(corpus)) {
      case "tsv", "tab" ->
          columns(HeaderSeparator.of(firstLine, "\t,;|", columns), corpus, columns);
      case "csv" -> columns(HeaderSeparator.of(firstLine, ",;\t|", columns), corpus, columns);
      case "json", "jsonl", "ndjson" -> json(corpus, head, columns);
      case "yml", "yaml" -> new RasaRows(corpus, columns);
      default -> sniff(corpus, head, firstLine, columns);
    };
  }

  private static RowReader sniff(
      String corpus, String head, String firstLine, ColumnMapping columns) {
    if (firstLine.startsWith("{") || ARRAY.matcher(head).matches()) {
      return json(corpus, head, columns);
    }
    if (RasaRows.isIn(head)) {
      return new RasaRows(corpus, columns);
    }
    if (firstLine.chars().anyMatch(c -> SEPARATORS.indexOf(c) >= 0)) {
      return columns(HeaderSeparator.of(firstLine, SEPARATORS, columns), corpus, columns);
    }
    throw new GaramException(
        "Expected the corpus "
            + corpus
            + " to hold columns below a header, JSON, fastText's __label__ lines or Rasa's YAML,"
            + " but neither its name nor its first line says which; give it the ending .tsv, .csv,"
            + " .jsonl or .yml.");
  }

  private static RowReader json(String corpus, String head, ColumnMapping columns) {
    return ARRAY.matcher(head).matches()
        ? new JsonArrayRows(corpus, columns)
        : new JsonLineRows(corpus, columns);
  }

  private static RowReader columns(char separator, String corpus, ColumnMapping columns) {
    return separator == '\t'
        ? DelimitedRows.tabs(corpus, columns)
        : DelimitedRows.quoted(separator, corpus, columns);
  }

  private static void requireNoOldRasa(String corpus, String head, String firstLine) {
    if (firstLine.startsWith("## intent:") || RASA_JSON.matcher(head).matches()) {
      throw new GaramException(
          "Expected Rasa's training data in the corpus "
              + corpus
              + " as YAML, but found an older form; convert it with rasa data convert nlu -f"
              + " yaml.");
    }
  }

  /** Returns the first line that is not blank, or an empty one. */
  private static String firstLine(String head) {
    return head.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
  }

  private static String ending(String corpus) {
    String name = corpus.toLowerCase(Locale.ROOT);
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    return plain.substring(plain.lastIndexOf('.') + 1);
  }
}
