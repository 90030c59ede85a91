package io.garam.nlu.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.KoreanTokenizer.DecompoundMode;
import org.apache.lucene.analysis.ko.POS;
import org.apache.lucene.analysis.ko.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Nori's analyser of one thread. Its dictionary, shared by all threads, is loaded when the first
 * one is made; a model of words never touches this class.
 *
 * <p>Inflected words are parted into their morphemes, which is what tagged corpora do. Compound
 * nouns stay whole, as they mostly do in those: with Nori's own ways of parting both, fewer texts
 * have the morphemes that a person finds.
 */
final class MorphemeAnalyzer {

  private static final ThreadLocal<MorphemeAnalyzer> OF_THREADS =
      ThreadLocal.withInitial(MorphemeAnalyzer::new);

  private static final boolean SPLIT_UNKNOWN = false;
  private static final boolean DISCARD_MARKS = false;

  private final KoreanTokenizer nori =
      new KoreanTokenizer(
          KoreanTokenizer.DEFAULT_TOKEN_ATTRIBUTE_FACTORY,
          null,
          DecompoundMode.NONE,
          SPLIT_UNKNOWN,
          DISCARD_MARKS);
  private final CharTermAttribute term = nori.addAttribute(CharTermAttribute.class);
  private final PartOfSpeechAttribute speech = nori.addAttribute(PartOfSpeechAttribute.class);

  private MorphemeAnalyzer() {}

  static MorphemeAnalyzer ofThisThread() {
    return OF_THREADS.get();
  }

  /** Returns the first morphemes and marks of a text in running Hangul. */
  List<String> morphemes(String running, int most) {
    List<String> morphemes = new ArrayList<>();
    // Closing makes ready for the next text, also after a failure.
    try (nori) {
      nori.setReader(new StringReader(running));
      nori.reset();
      while (morphemes.size() < most && nori.incrementToken()) {
        current()
            .map(Hangul::withTypedLetters)
            .map(morpheme -> morpheme.replace(" ", ""))
            .filter(morpheme -> !morpheme.isEmpty())
            .forEach(morphemes::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory can always be read", e);
    }
    return morphemes.size() > most ? morphemes.subList(0, most) : morphemes;
  }

  private Stream<String> current() {
    return isInflected()
        ? Arrays.stream(speech.getMorphemes())
            .map(morpheme -> Hangul.withWrittenVowel(Hangul.withTypedLetters(morpheme.surfaceForm)))
        : Stream.of(term.toString());
  }

  private boolean isInflected() {
    return speech.getMorphemes() != null
        && (speech.getPOSType() == POS.Type.INFLECT || speech.getPOSType() == POS.Type.PREANALYSIS);
  }
}
