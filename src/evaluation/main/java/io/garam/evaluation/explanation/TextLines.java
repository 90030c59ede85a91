package io.garam.evaluation.explanation;

import io.garam.evaluation.report.text.TerminalTable;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Lines of a text for a picture, since SVG breaks none: at spaces, and within what is longer. */
final class TextLines {

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private TextLines() {}

  /**
   * Breaks a text.
   *
   * @param most cells of a terminal that a line takes; a Hangul syllable takes two
   */
  static List<String> of(String text, int most) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : SPACES.split(text.strip(), 0)) {
      if (line.length() > 0 && TerminalTable.cells(line + " " + word) > most) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() > 0 ? " " : "");
      for (String character : characters(word)) {
        if (line.length() > 0 && TerminalTable.cells(line + character) > most) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(character);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  /** As people count them: a mark stays with its letter. */
  private static List<String> characters(String word) {
    BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
    breaks.setText(word);
    List<String> characters = new ArrayList<>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      characters.add(word.substring(start, end));
      start = end;
    }
    return characters;
  }
}
