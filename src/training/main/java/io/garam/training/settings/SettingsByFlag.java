package io.garam.training.settings;

import io.garam.nlu.encoding.Subwords.Lengths;
import io.garam.training.network.Regularization;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settings by the name of the flag that sets them, as a bundle and a checkpoint hold them. */
final class SettingsByFlag {

  private final Map<String, String> flags = new LinkedHashMap<>();

  private SettingsByFlag() {}

  /**
   * Returns the flags in the order in which bundles have them; those without a value are absent.
   */
  static Map<String, String> of(TrainingSettings settings) {
    SettingsByFlag byFlag = new SettingsByFlag();
    NetworkSettings network = settings.network();
    byFlag.put("cell", network.cell());
    byFlag.put("directions", network.directions());
    byFlag.put("embedding", network.embedding());
    byFlag.put("hidden", network.hidden());
    if (settings.text().characters() != null) {
      byFlag.put("character-hidden", network.characterHidden());
    }
    byFlag.put("speed", settings.speed());
    byFlag.put(settings.text());
    byFlag.put(settings.dialogue());
    byFlag.put("deviation", network.deviation());
    byFlag.put(settings.regularization());
    byFlag.put(settings.optimization());
    byFlag.put("seed", settings.seed());
    byFlag.put("unknown-label", settings.outOfScope().unknownLabel());
    byFlag.put("threshold", settings.outOfScope().threshold());
    byFlag.put("teachers", settings.teachers());
    byFlag.put("threads", settings.threads());
    return byFlag.flags;
  }

  private void put(TextSettings text) {
    put("views", text.views());
    if (text.words() != null) {
      put("tokenizer", Tokenization.of(text.words().tokenizer()));
      put("ngrams", lengths(text.words().subwords().characters()));
      put("jamo", lengths(text.words().subwords().jamo()));
      put("buckets", text.words().subwords().buckets());
    }
    if (text.characters() != null) {
      put("character-buckets", text.characters().buckets());
      put("character-stride", text.characters().stride());
    }
  }

  private void put(@Nullable DialogueSettings dialogue) {
    put("context", dialogue == null ? "no" : "yes");
    if (dialogue != null) {
      put("dialogue-cell", dialogue.cell());
      put("dialogue-hidden", dialogue.hidden());
    }
  }

  private void put(Regularization regularization) {
    put("dropout", regularization.dropout());
    put("word-dropout", regularization.wordDropout());
    put("row-dropout", regularization.rowDropout());
    put("ngram-dropout", regularization.ngramDropout());
    put("label-smoothing", regularization.labelSmoothing());
  }

  private void put(OptimizationSettings optimization) {
    put("learning-rate", optimization.rates().dense());
    put("embedding-learning-rate", optimization.rates().embedding());
    put("epochs", optimization.epochs());
    put("patience", optimization.patience());
    put("batch", optimization.batch());
  }

  private void put(String flag, Enum<?> value) {
    put(flag, value.name().toLowerCase(Locale.ROOT));
  }

  private void put(String flag, @Nullable Object value) {
    if (value != null) {
      flags.put(flag, String.valueOf(value));
    }
  }

  private static String lengths(Lengths lengths) {
    return lengths.max() == 0 ? "none" : lengths.min() + ".." + lengths.max();
  }
}
