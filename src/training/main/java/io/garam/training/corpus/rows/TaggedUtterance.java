package io.garam.training.corpus.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An utterance that a morphological analyser has taken apart, such as {@code 아름/NNP|아/JKV|?/SF}:
 * morphemes with a tag each, parted by bars. The tag follows the last slash, so that a slash or a
 * bar can be a morpheme itself ({@code //SP}, {@code |/SY}).
 *
 * @param morphemes without their tags, in order
 * @param unread what is left from the first piece on that is not in this notation; empty if all is
 */
record TaggedUtterance(List<String> morphemes, String unread) {

  private static final Pattern PIECE =
      Pattern.compile(
          "\\s*(\\||[^|]*[^|\\s])\\s*/\\s*[\\p{L}][\\p{L}\\p{N}+_-]*\\s*(?:\\|(?=.)|$)",
          Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS);

  static TaggedUtterance parse(String notation) {
    String pieces = notation.strip();
    List<String> morphemes = new ArrayList<>();
    Matcher piece = PIECE.matcher(pieces);
    int read = 0;
    while (read < pieces.length() && piece.region(read, pieces.length()).lookingAt()) {
      morphemes.add(piece.group(1).strip());
      read = piece.end();
    }
    return new TaggedUtterance(List.copyOf(morphemes), pieces.substring(read));
  }

  /** Returns the morphemes with spaces between them: they are the words that a model reads. */
  String text() {
    return String.join(" ", morphemes);
  }
}
