package io.garam.benchmarks.footprint;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A corpus of any size, always the same: rows of 3 to 20 words with a label of 20. Words have ranks
 * up to a million, each as likely as one divided by its rank (Zipf 1949), so that new ones keep
 * coming as in real text; a fifth are Hangul. The label shows in one word.
 */
final class LargeCorpus {

  static final int LABELS = 20;

  private static final double LARGEST_RANK = 1e6;
  private static final String CONSONANTS = "bdfghklmnprstvz";
  private static final String VOWELS = "aeiou";
  private static final int FIRST_SYLLABLE = 0xAC00;
  private static final int SYLLABLES = 11_172;

  private final SplittableRandom random = new SplittableRandom(1);

  private LargeCorpus() {}

  /** Writes a tab-separated corpus. */
  static void write(Path file, int rows) throws IOException {
    LargeCorpus corpus = new LargeCorpus();
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      writer.write("text\tlabel\n");
      for (int row = 0; row < rows; row++) {
        int label = corpus.random.nextInt(LABELS);
        writer.write(corpus.text(label));
        writer.write(String.format(Locale.ROOT, "\tintent-%02d\n", label));
      }
    }
  }

  private String text(int label) {
    int words = 3 + random.nextInt(18);
    int telling = random.nextInt(words);
    StringBuilder text = new StringBuilder();
    for (int word = 0; word < words; word++) {
      text.append(word == 0 ? "" : " ");
      // Of the commonest words each label has three of its own.
      text.append(word(word == telling ? 1 + label + LABELS * random.nextInt(3) : rank()));
    }
    return text.toString();
  }

  private int rank() {
    return 100 + (int) Math.exp(random.nextDouble() * Math.log(LARGEST_RANK));
  }

  /** Spells a rank in syllables; no two ranks are spelled alike. */
  static String word(int rank) {
    StringBuilder word = new StringBuilder();
    if (rank % 5 == 0) {
      for (int rest = rank; rest > 0; rest /= SYLLABLES) {
        // Neighbouring ranks shall not share their letters; 7919 and the number of syllables have
        // no divisor in common.
        word.append((char) (FIRST_SYLLABLE + (int) (rest * 7919L % SYLLABLES)));
      }
      return word.toString();
    }
    int syllables = CONSONANTS.length() * VOWELS.length();
    for (int rest = rank; rest > 0; rest /= syllables) {
      word.append(CONSONANTS.charAt(rest % CONSONANTS.length()));
      word.append(VOWELS.charAt(rest % syllables / CONSONANTS.length()));
    }
    return word.toString();
  }
}
