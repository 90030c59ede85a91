package io.garam.nlu.bundle;

import io.garam.nlu.decision.Cascade;
import io.garam.nlu.decision.Decision;
import io.garam.nlu.dialogue.DialogueSpec;
import io.garam.nlu.encoding.CharacterNgrams;
import io.garam.nlu.encoding.WordView;
import java.nio.file.Path;

/** The bounds of what a spec may say: far above what training writes, and nothing that misleads. */
final class SpecBounds {

  private static final int MOST_LABELS = 10_000;
  private static final int MOST_SPEAKERS = 1_000;
  private static final int LONGEST_NGRAM = 200;
  private static final int LONGEST_STRIDE = 8;
  private static final int LONGEST_TEXT = 8_192;
  private static final int MOST_ROWS = 1 << 26;

  private final Bounds bounds;

  private SpecBounds(Path file) {
    this.bounds = new Bounds(file);
  }

  /**
   * Checks a spec.
   *
   * @throws io.garam.nlu.GaramException if something in it is out of its bounds
   */
  static void check(Path file, ModelSpec spec) {
    new SpecBounds(file).check(spec);
  }

  private void check(ModelSpec spec) {
    bounds.name("name", spec.name());
    bounds.name("version", spec.version());
    if (spec.unknownLabel() != null) {
      bounds.name("unknownLabel", spec.unknownLabel());
    }
    decision(spec.decision());
    if (spec.words() != null) {
      words(spec.words());
    }
    if (spec.characters() != null) {
      characters(spec.characters());
    }
    if (spec.cascade() != null) {
      cascade(spec.cascade());
    }
    if (spec.dialogue() != null) {
      dialogue(spec.dialogue());
    }
  }

  private void decision(Decision decision) {
    bounds.number("labels", decision.labels().size(), 1, MOST_LABELS);
    bounds.names("labels", decision.labels());
    bounds.positive("temperature", decision.temperature());
    bounds.positive("exponent", decision.exponent());
    threshold(decision.threshold());
  }

  private void cascade(Cascade cascade) {
    bounds.positive("temperature of the cascade", cascade.temperature());
    bounds.positive("exponent of the cascade", cascade.exponent());
    threshold(cascade.threshold());
  }

  private void threshold(double threshold) {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw bounds.refused("a threshold from 0 to 1", threshold);
    }
  }

  private void words(WordView words) {
    bounds.number("maxTokens", words.tokenizer().maxTokens(), 1, LONGEST_TEXT);
    bounds.number("buckets of subwords", words.subwords().buckets(), 1, MOST_ROWS);
    bounds.number("n-gram length", words.subwords().characters().max(), 0, LONGEST_NGRAM);
    bounds.number("n-gram length of jamo", words.subwords().jamo().max(), 0, LONGEST_NGRAM);
  }

  private void characters(CharacterNgrams characters) {
    bounds.number("maxCharacters", characters.tokenizer().maxCharacters(), 1, LONGEST_TEXT);
    bounds.number("buckets of characters", characters.buckets(), 1, MOST_ROWS);
    bounds.number("stride", characters.stride(), 1, LONGEST_STRIDE);
  }

  private void dialogue(DialogueSpec dialogue) {
    bounds.number("stateSize", dialogue.stateSize(), 1, LONGEST_TEXT * 4);
    bounds.number("speakers", dialogue.speakers().size(), 0, MOST_SPEAKERS);
    bounds.names("speakers", dialogue.speakers());
  }
}
