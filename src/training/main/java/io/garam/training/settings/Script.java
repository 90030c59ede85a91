package io.garam.training.settings;

import io.garam.training.corpus.Corpus;
import java.util.Map;
import java.util.stream.Collectors;

/** Scripts whose tokens have different n-grams. */
public enum Script {
  /** Korean: a syllable block is one character, made of two or three letters. */
  HANGUL,
  /** Chinese and Japanese: a character says as much as several letters. */
  HAN_OR_KANA,
  /** Alphabets and all others. */
  OTHER;

  /** Returns the script of most letters of a corpus. */
  public static Script of(Corpus corpus) {
    return corpus.texts().stream()
        .flatMapToInt(String::codePoints)
        .filter(Character::isLetter)
        .mapToObj(Script::of)
        .collect(Collectors.groupingBy(script -> script, Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(OTHER);
  }

  private static Script of(int letter) {
    return switch (Character.UnicodeScript.of(letter)) {
      case HANGUL -> HANGUL;
      case HAN, HIRAGANA, KATAKANA -> HAN_OR_KANA;
      default -> OTHER;
    };
  }

  /** Returns the likeliest language, as an ISO 639-1 code, or {@code und}. */
  public String likelyLanguage() {
    return switch (this) {
      case HANGUL -> "ko";
      case HAN_OR_KANA, OTHER -> "und";
    };
  }
}
