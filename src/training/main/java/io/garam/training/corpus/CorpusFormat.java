package io.garam.training.corpus;

import io.garam.nlu.GaramException;
import java.nio.file.Path;
import java.util.Locale;

/** The forms that a corpus file can have. */
enum CorpusFormat {
  /** Columns parted by tabs, without quoting. */
  TABS,
  /** Columns parted by commas, quoted as in RFC 4180. */
  COMMAS,
  /** Columns parted by what the first line declares, quoted as in RFC 4180. */
  DECLARED,
  /** Dialogues of tagged morphemes and their acts. */
  DIALOGUE_ACTS,
  /** A JSON object on every line. */
  JSON_LINES;

  /**
   * Tells the form by a first line that leaves no doubt, else by the file's name or, where that
   * says nothing, by the first line again.
   *
   * @throws GaramException if neither tells
   */
  static CorpusFormat of(Path file, String content) {
    String firstLine = firstLine(content);
    if (SeparatorLine.isIn(firstLine)) {
      return SeparatorLine.in(file, firstLine) == '\t' ? TABS : DECLARED;
    }
    if (DialogueActRows.isHeader(firstLine)) {
      return DIALOGUE_ACTS;
    }
    String name = file.toString().toLowerCase(Locale.ROOT);
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "tsv", "tab" -> onlyCommas(firstLine) ? COMMAS : TABS;
      case "csv" -> onlyTabs(firstLine) ? TABS : COMMAS;
      case "jsonl", "ndjson" -> JSON_LINES;
      default -> sniff(file, firstLine);
    };
  }

  /** Returns the first line that is not blank, or an empty one. */
  static String firstLine(String content) {
    return content.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
  }

  private static boolean onlyTabs(String header) {
    return header.contains("\t") && !header.contains(",");
  }

  private static boolean onlyCommas(String header) {
    return header.contains(",") && !header.contains("\t");
  }

  private static CorpusFormat sniff(Path file, String firstLine) {
    if (firstLine.startsWith("{")) {
      return JSON_LINES;
    }
    if (firstLine.contains("\t")) {
      return TABS;
    }
    if (firstLine.contains(",")) {
      return COMMAS;
    }
    throw new GaramException(
        "Expected the corpus "
            + file
            + " to hold tab-separated columns, comma-separated columns or JSON lines, but neither"
            + " its name nor its first line says which; give it the ending .tsv, .csv or .jsonl.");
  }
}
