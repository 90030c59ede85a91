package io.garam.app.evaluate;

import io.garam.evaluation.NumberFormats;
import io.garam.evaluation.report.Fact;
import io.garam.evaluation.report.ReportContent;
import io.garam.evaluation.report.html.HtmlReport;
import io.garam.nlu.GaramVersion;
import io.garam.nlu.Thresholds;
import io.garam.nlu.bundle.ModelSpec;
import io.garam.nlu.decision.Decision;
import io.garam.training.corpus.Corpus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The report of {@code garam evaluate --report}. */
final class EvaluationReport {

  private EvaluationReport() {}

  /**
   * @param against what the model is held against; null where it is measured alone
   */
  static HtmlReport of(
      ModelSpec model,
      @Nullable ModelSpec against,
      Corpus corpus,
      ReportContent measurement,
      String command) {
    Decision decision = model.decision();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("model", model.reference().toString()));
    if (against != null) {
      facts.add(new Fact("against", against.reference().toString()));
    }
    facts.addAll(
        List.of(
            new Fact("made from", model.provenance().training().name()),
            new Fact("labels", String.valueOf(decision.labels().size())),
            new Fact("threshold", threshold(model, measurement.thresholds())),
            new Fact("corpus", named(corpus)),
            new Fact("Garam", GaramVersion.current()),
            new Fact("measured", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()),
            new Fact("command", command)));
    return HtmlReport.of(
        model.name() + " " + model.version() + " on " + corpus.name(),
        "How well the model does on a labelled corpus.",
        facts,
        measurement);
  }

  private static String threshold(ModelSpec model, Thresholds measured) {
    double own = model.decision().threshold();
    if (!measured.equals(Thresholds.OF_MODEL.over(own))) {
      return measured
          + " as asked for; the model's own: "
          + (own > 0 ? NumberFormats.fraction(own) : "none");
    }
    return own > 0 ? NumberFormats.fraction(own) : "none, it always answers";
  }

  private static String named(Corpus corpus) {
    return corpus.sha256() == null ? corpus.name() : corpus.name() + ", SHA-256 " + corpus.sha256();
  }
}
