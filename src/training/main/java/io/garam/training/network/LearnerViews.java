package io.garam.training.network;

import io.garam.nlu.encoding.CharacterNgrams;
import io.garam.nlu.encoding.UtteranceEncoder;
import io.garam.nlu.encoding.WordEncoder;
import io.garam.training.embedding.CharacterIndex;
import io.garam.training.embedding.QuantizedTables;
import io.garam.training.embedding.WordIndex;
import io.garam.training.export.NetworkWeights;
import io.garam.training.export.NetworkWeights.CharacterWeights;
import io.garam.training.export.NetworkWeights.WordWeights;
import io.garam.training.random.RandomStreams;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Views of a learner, as its encoder reads utterances.
 *
 * @param words the view of words, null where there is none
 * @param characters the view of characters, null where there is none
 */
record LearnerViews(@Nullable ViewLearner words, @Nullable ViewLearner characters) {

  /** The numbers of the views among the random streams, also where one is alone. */
  private static final int WORDS = 0;

  private static final int CHARACTERS = 1;

  static LearnerViews of(
      UtteranceEncoder encoder,
      NetworkShape shape,
      Regularization regularization,
      double deviation,
      RandomStreams streams) {
    WordEncoder known = encoder.words();
    CharacterNgrams ngrams = encoder.characters();
    return new LearnerViews(
        known == null
            ? null
            : new ViewLearner(
                new WordIndex(known), shape, regularization, deviation, streams, WORDS),
        ngrams == null
            ? null
            : new ViewLearner(
                new CharacterIndex(ngrams),
                shape.forCharacters(),
                regularization.forCharacters(),
                deviation,
                streams,
                CHARACTERS));
  }

  /** Returns those of the two that there are. */
  List<ViewLearner> all() {
    return Stream.of(words, characters).filter(Objects::nonNull).toList();
  }

  /** Rounds the tables to 8 bits, here too, and returns all weights for export. */
  NetworkWeights finish() {
    return new NetworkWeights(
        words == null ? null : weights(words),
        characters == null
            ? null
            : new CharacterWeights(characters.round().ngrams(), characters.weights()));
  }

  private static WordWeights weights(ViewLearner words) {
    QuantizedTables tables = words.round();
    return new WordWeights(tables.own(), tables.ngrams(), words.weights());
  }
}
