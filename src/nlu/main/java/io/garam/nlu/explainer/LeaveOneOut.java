package io.garam.nlu.explainer;

import io.garam.nlu.encoding.CharacterNgrams;
import io.garam.nlu.text.NormalForm;
import io.garam.nlu.text.Tokenizer;
import io.garam.nlu.text.WhiteSpaceTokenizer;
import io.garam.nlu.text.WordTokenizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parts of a text, and the text without each of them.
 *
 * @param text in Unicode's composed form
 * @param parts where they stand in it, in order
 * @param gap what stands in place of a part that is left out
 */
record LeaveOneOut(String text, List<Span> parts, String gap) {

  /** Parts that are left out, the first of a text: one answer each. */
  private static final int MOST_PARTS = 512;

  /**
   * A part of a text.
   *
   * @param start of its first character
   * @param end behind its last character
   */
  record Span(int start, int end) {}

  /**
   * Parts a text by tokens. White space stays where one was, so that its neighbours do not become
   * one.
   *
   * @param tokenizer of the model; null where it reads characters alone
   */
  static LeaveOneOut tokens(@Nullable Tokenizer tokenizer, String text) {
    int most = Math.min(tokenizer == null ? MOST_PARTS : tokenizer.maxTokens(), MOST_PARTS);
    String composed = NormalForm.ofTokens(text, false, most);
    Tokenizer asWritten =
        tokenizer instanceof WhiteSpaceTokenizer
            ? new WhiteSpaceTokenizer(false, most)
            : new WordTokenizer(false, most);
    List<Span> parts = new ArrayList<>();
    int end = 0;
    for (String token : asWritten.tokenize(composed)) {
      // Nothing but white space stands between two tokens.
      int start = composed.indexOf(token, end);
      end = start + token.length();
      parts.add(new Span(start, end));
    }
    return new LeaveOneOut(composed, parts, " ");
  }

  /**
   * Parts a text by characters, of which a run of white space is one.
   *
   * @param characters that the model reads; null where it reads words alone
   */
  static LeaveOneOut characters(@Nullable CharacterNgrams characters, String text) {
    int most =
        characters == null
            ? MOST_PARTS
            : Math.min(characters.tokenizer().maxCharacters(), MOST_PARTS);
    String composed = NormalForm.ofTokens(text, false, most);
    List<Span> parts = new ArrayList<>();
    int start = 0;
    while (start < composed.length() && parts.size() < most) {
      int end = composed.offsetByCodePoints(start, 1);
      if (NormalForm.isBlank(composed.substring(start, end))) {
        while (end < composed.length() && isBlank(composed, end)) {
          end = composed.offsetByCodePoints(end, 1);
        }
      }
      parts.add(new Span(start, end));
      start = end;
    }
    return new LeaveOneOut(composed, parts, "");
  }

  private static boolean isBlank(String text, int index) {
    return NormalForm.isBlank(text.substring(index, text.offsetByCodePoints(index, 1)));
  }

  /** Returns the text of a part. */
  String part(int index) {
    Span part = parts.get(index);
    return text.substring(part.start(), part.end());
  }

  /** Returns the text without a part. */
  String without(int index) {
    Span part = parts.get(index);
    return text.substring(0, part.start()) + gap + text.substring(part.end());
  }
}
