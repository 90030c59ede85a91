package io.garam.app.tag;

import io.garam.nlu.text.Utf8Lines.Line;
import org.jspecify.annotations.Nullable;

/**
 * Reader of the lines of standard input: the first that is not blank decides whether all are texts
 * or events.
 */
final class InputLines implements LineReader {

  private final LineReader texts;
  private final LineReader events;
  private @Nullable LineReader decided;

  InputLines(LineReader texts, LineReader events) {
    this.texts = texts;
    this.events = events;
  }

  @Override
  public TagResult read(Line line) {
    if (line.fault() != null) {
      return TagResult.failed(line, line.fault());
    }
    if (line.text().isBlank()) {
      return TagResult.blank(line);
    }
    if (decided == null) {
      decided = line.text().stripLeading().startsWith("{") ? events : texts;
    }
    return decided.read(line);
  }
}
