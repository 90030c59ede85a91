package io.garam.training.settings;

import io.garam.nlu.dialogue.DialogueSpec;
import io.garam.nlu.encoding.CharacterNgrams;
import io.garam.nlu.encoding.Subwords.Lengths;
import io.garam.nlu.encoding.WordView;
import io.garam.training.export.Cell;
import io.garam.training.network.Learner.Rates;
import io.garam.training.network.NetworkShape;
import io.garam.training.network.Regularization;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a training depends on besides its corpora. {@link SuggestedSettings} finds values that
 * suit a corpus.
 *
 * @param cell the recurrent cell
 * @param directions 1 for forward, 2 for forward and backward
 * @param embedding numbers in a token vector
 * @param hidden units of the recurrent layer in each direction
 * @param words how texts are read word by word; null for characters alone
 * @param characters how texts are read character by character; null for words alone
 * @param dialogue how dialogues are followed; null to judge every utterance alone
 * @param deviation the standard deviation of the embedding tables' first, random numbers
 * @param regularization what keeps the network from learning by heart
 * @param rates the peak learning rates
 * @param epochs how often each utterance is learned from
 * @param patience epochs without a better validation accuracy after which training stops early
 * @param batch utterances that are learned from together, about that many where dialogues are
 *     followed
 * @param seed of every random choice
 * @param unknownLabel the corpus's label of utterances with none of the intents: the model learns
 *     to doubt on them; null if it has none
 * @param threshold the confidence below which the model answers unknown; null to choose it from the
 *     right answers to the validation corpus where there is an unknown label, and 0 where not
 * @param teachers networks that learn first and whose mean answer the model then learns from; 0 for
 *     none
 * @param threads networks that may learn side by side; it does not change the outcome
 */
public record TrainingSettings(
    Cell cell,
    int directions,
    int embedding,
    int hidden,
    @Nullable WordView words,
    @Nullable CharacterNgrams characters,
    @Nullable DialogueSettings dialogue,
    double deviation,
    Regularization regularization,
    Rates rates,
    int epochs,
    int patience,
    int batch,
    long seed,
    @Nullable String unknownLabel,
    @Nullable Double threshold,
    int teachers,
    int threads) {

  /** Returns the sizes of a network for a number of labels. */
  public NetworkShape shape(int labels) {
    return new NetworkShape(
        cell, directions, embedding, hidden, labels, dialogue == null ? null : dialogue.shape());
  }

  /** Returns all settings by the name of the flag that sets them. */
  public Map<String, String> byFlag() {
    Map<String, String> flags = new LinkedHashMap<>();
    flags.put("cell", lowerCase(cell));
    flags.put("directions", String.valueOf(directions));
    flags.put("embedding", String.valueOf(embedding));
    flags.put("hidden", String.valueOf(hidden));
    flags.put("views", lowerCase(views()));
    if (words != null) {
      flags.put("tokenizer", lowerCase(Tokenization.of(words.tokenizer())));
      flags.put("ngrams", lengths(words.subwords().characters()));
      flags.put("jamo", lengths(words.subwords().jamo()));
      flags.put("buckets", String.valueOf(words.subwords().buckets()));
    }
    if (characters != null) {
      flags.put("character-buckets", String.valueOf(characters.buckets()));
    }
    flags.put("context", dialogue == null ? "no" : "yes");
    if (dialogue != null) {
      flags.put("dialogue-cell", lowerCase(dialogue.cell()));
      flags.put("dialogue-hidden", String.valueOf(dialogue.hidden()));
    }
    flags.put("deviation", String.valueOf(deviation));
    flags.put("dropout", String.valueOf(regularization.dropout()));
    flags.put("word-dropout", String.valueOf(regularization.wordDropout()));
    flags.put("row-dropout", String.valueOf(regularization.rowDropout()));
    flags.put("ngram-dropout", String.valueOf(regularization.ngramDropout()));
    flags.put("label-smoothing", String.valueOf(regularization.labelSmoothing()));
    flags.put("learning-rate", String.valueOf(rates.dense()));
    flags.put("embedding-learning-rate", String.valueOf(rates.embedding()));
    flags.put("epochs", String.valueOf(epochs));
    flags.put("patience", String.valueOf(patience));
    flags.put("batch", String.valueOf(batch));
    flags.put("seed", String.valueOf(seed));
    if (unknownLabel != null) {
      flags.put("unknown-label", unknownLabel);
    }
    if (threshold != null) {
      flags.put("threshold", String.valueOf(threshold));
    }
    flags.put("teachers", String.valueOf(teachers));
    flags.put("threads", String.valueOf(threads));
    return flags;
  }

  /** Returns how the bundle says that dialogues are followed; null where they are not. */
  public @Nullable DialogueSpec dialogueSpec() {
    return dialogue == null ? null : dialogue.spec(views() == Views.BOTH ? 2 : 1);
  }

  /** Returns which views are read. */
  public Views views() {
    if (words == null) {
      return Views.CHARACTERS;
    }
    return characters == null ? Views.WORDS : Views.BOTH;
  }

  private static String lowerCase(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String lengths(Lengths lengths) {
    return lengths.max() == 0 ? "none" : lengths.min() + ".." + lengths.max();
  }
}
