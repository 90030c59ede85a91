package io.garam.nlu.bundle;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Provenance of a model: enough to make it again and to know what to expect of it.
 *
 * @param training the corpus it was trained on
 * @param validation the corpus that chose among its epochs and on which {@code figures} were
 *     measured
 * @param settings the command's settings, by flag name
 * @param seed the seed of every random choice
 * @param versions the software that made it, by name
 * @param created when, as an ISO-8601 instant
 * @param figures what was measured through ONNX Runtime, by name, as fractions
 */
public record Provenance(
    CorpusSummary training,
    CorpusSummary validation,
    Map<String, String> settings,
    long seed,
    Map<String, String> versions,
    String created,
    Map<String, Double> figures) {

  /** The figure of a model without context: the accuracy of one with it, where it was tried. */
  public static final String WITH_CONTEXT = "accuracyWithContext";

  /** The figure of a model with context: the accuracy of one without it, where it was tried. */
  public static final String WITHOUT_CONTEXT = "accuracyWithoutContext";

  /** The figure of a cascade: the share of utterances that the words alone answer. */
  public static final String ANSWERED_BY_WORDS = "answeredByWords";

  /** Returns the same with a figure more. */
  Provenance withFigure(String figure, double value) {
    Map<String, Double> more = new TreeMap<>(figures);
    more.put(figure, value);
    return new Provenance(training, validation, settings, seed, versions, created, more);
  }

  /**
   * What identifies a corpus.
   *
   * @param name the name of its file
   * @param rows its labelled utterances
   * @param sha256 of the file, absent where it was split off from another
   */
  public record CorpusSummary(
      String name, int rows, @JsonSetter(nulls = Nulls.SET) @Nullable String sha256) {}
}
