package io.garam.nlu.text;

import java.util.Locale;
import java.util.Random;

/** Random texts of pieces that meet badly: scripts, forms, marks, separators, half characters. */
final class MixedTexts {

  /** Enough that every pair of pieces meets. */
  static final int MANY = 3_000;

  private static final String[] PIECES =
      ("a|Z|é|e\u0301|\u0301|\u0316\u0301|\u1112|\u1161|\u11ab|가|각|힣|ㅋ|ㅏ|ㄴ|ㅆ|Σ|ς|İ|ı|ß|ẞ|ǅ"
              + "| |  |\n|\u3000|\u00a0|\u0085|\u0000|.|?|!|'|\"|,|1|1,2|３|漢|か\u3099|ａ|\u212b"
              + "|\u05d0|\u05d0\u05b8|\u0627|\u202e|\u0915\u094d\u0937|\u0e01\u0e33"
              + "|\ud83d\ude00|\ud83d|\ude00|\u200d|\u200b|\ufe0f|\ud83c\uddf0\ud83c\uddf7|\u034f"
              + "|\u115f|\u1160|\u3164|\ufeff|\u00ad|\u2160|\ufb01|\ufdfa|\ud801\udc00|\ue000")
          .split("\\|");

  private MixedTexts() {}

  /** Returns a text of up to two dozen pieces. */
  static String next(Random random) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(25); left > 0; left--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  /** Returns a text as a failing test should show it. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars().forEach(c -> escaped.append(String.format(Locale.ROOT, "\\u%04x", c)));
    return escaped.toString();
  }
}
