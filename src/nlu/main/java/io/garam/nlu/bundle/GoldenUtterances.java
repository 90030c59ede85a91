package io.garam.nlu.bundle;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.garam.nlu.GaramException;
import io.garam.nlu.Utterance;
import io.garam.nlu.text.Printable;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Golden utterances: texts with the probabilities that the model gave when it was made. Where a
 * bundle, a library or a machine makes a difference, they show it before the first event is tagged.
 */
public record GoldenUtterances(List<GoldenUtterance> utterances) {

  /** How far a probability may be off: far above what other processors' arithmetic changes. */
  private static final double TOLERANCE = 1e-4;

  /**
   * An utterance with the answer expected of it.
   *
   * @param text what was said
   * @param dialogue the dialogue that it belongs to, after those above; null for one of its own
   * @param speaker who said it, null if not known
   * @param probabilities its probability of each label that is worth noting, by label
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record GoldenUtterance(
      String text,
      @JsonSetter(nulls = Nulls.SET) @Nullable String dialogue,
      @JsonSetter(nulls = Nulls.SET) @Nullable String speaker,
      Map<String, Float> probabilities) {

    Utterance utterance() {
      return new Utterance(text, dialogue, speaker);
    }
  }

  public GoldenUtterances {
    utterances = List.copyOf(utterances);
  }

  /**
   * Checks that a model still answers as recorded.
   *
   * @param folder the bundle, for the message
   * @param labels the labels in the order of the probabilities
   * @param probabilities the model: utterances to {@code [utterances, labels]}
   * @throws GaramException if an answer differs
   */
  public void verify(
      Path folder, List<String> labels, Function<List<Utterance>, float[][]> probabilities) {
    float[][] found;
    try {
      found = probabilities.apply(utterances.stream().map(GoldenUtterance::utterance).toList());
    } catch (IllegalStateException e) {
      throw new GaramException(
          "Expected the model in "
              + folder
              + " to answer its golden utterances, but found this: "
              + Printable.sentence(String.valueOf(e.getMessage()))
              + "; copy the model again or train it anew.",
          e);
    }
    for (int i = 0; i < found.length; i++) {
      GoldenUtterance golden = utterances.get(i);
      for (Map.Entry<String, Float> expected : golden.probabilities().entrySet()) {
        int label = labels.indexOf(expected.getKey());
        float actual = label < 0 ? Float.NaN : found[i][label];
        if (!(Math.abs(actual - expected.getValue()) <= TOLERANCE)) {
          throw new GaramException(
              String.format(
                  Locale.ROOT,
                  "Expected the model in %s to give \"%s\" the probability %.5f of %s, as when it"
                      + " was made, but found %.5f; train or copy the model again.",
                  folder,
                  Printable.beginning(golden.text(), 100),
                  expected.getValue(),
                  expected.getKey(),
                  actual));
        }
      }
    }
  }
}
