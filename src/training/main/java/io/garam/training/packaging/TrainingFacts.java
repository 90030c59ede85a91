package io.garam.training.packaging;

import io.garam.evaluation.NumberFormats;
import io.garam.evaluation.report.Fact;
import io.garam.nlu.bundle.ModelSpec;
import io.garam.nlu.bundle.Provenance.CorpusSummary;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Training facts: what the training report says of how a model was made. */
public final class TrainingFacts {

  private TrainingFacts() {}

  /**
   * Returns the facts, most asked for first.
   *
   * @param parity the greatest difference of a logit between libtorch and ONNX Runtime
   * @param taggingMicros see {@link TaggingCost}
   * @param bytes the size of the graph
   * @param command the command that made the model
   */
  public static List<Fact> of(
      ModelSpec spec, double parity, double taggingMicros, long bytes, String command) {
    return List.of(
        new Fact("model", spec.reference().toString()),
        new Fact("training corpus", summary(spec.provenance().training())),
        new Fact("validation corpus", summary(spec.provenance().validation())),
        new Fact("labels", String.valueOf(spec.decision().labels().size())),
        new Fact("temperature", NumberFormats.fraction(spec.decision().temperature())),
        new Fact("exponent", NumberFormats.fraction(spec.decision().exponent())),
        new Fact(
            "threshold",
            spec.decision().threshold() > 0
                ? NumberFormats.fraction(spec.decision().threshold())
                : "none, it always answers"),
        new Fact("graph", NumberFormats.megabytes(bytes)),
        new Fact("parity", String.format(Locale.ROOT, "logits within %.0e of libtorch's", parity)),
        new Fact(
            "cost of tagging",
            String.format(
                Locale.ROOT,
                "%.1f µs of processor time an utterance, one thread of the machine that trained",
                taggingMicros)),
        new Fact("settings", listed(spec.provenance().settings())),
        new Fact("versions", listed(spec.provenance().versions())),
        new Fact("made", spec.provenance().created()),
        new Fact("command", command));
  }

  private static String summary(CorpusSummary corpus) {
    String size = String.format(Locale.ROOT, "%s, %,d utterances", corpus.name(), corpus.rows());
    return corpus.sha256() == null ? size : size + ", SHA-256 " + corpus.sha256();
  }

  private static String listed(Map<String, String> entries) {
    return entries.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
