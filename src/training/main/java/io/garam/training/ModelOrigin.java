package io.garam.training;

import io.garam.evaluation.metrics.Evaluation;
import io.garam.nlu.bundle.Provenance;
import io.garam.nlu.bundle.Provenance.CorpusSummary;
import io.garam.training.corpus.Corpus;
import io.garam.training.packaging.SoftwareVersions;
import io.garam.training.settings.TrainingSettings;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Origin of a model, from which its provenance is written.
 *
 * @param train what it learned from
 * @param valid what its best epoch was chosen by
 */
record ModelOrigin(Corpus train, Corpus valid, TrainingSettings settings) {

  /** Returns the provenance of a model whose figures are known. */
  Provenance of(Evaluation evaluation) {
    return new Provenance(
        summary(train),
        summary(valid),
        settings.byFlag(),
        settings.seed(),
        SoftwareVersions.current(),
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        Map.of(
            "accuracy", evaluation.accuracy(),
            "macroF1", evaluation.macroF1(),
            "expectedCalibrationError", evaluation.expectedCalibrationError(),
            "adaptiveCalibrationError", evaluation.adaptiveCalibrationError()));
  }

  /** Returns that of a model that is still to be measured, which no bundle records. */
  Provenance unmeasured() {
    return new Provenance(summary(train), summary(valid), Map.of(), 0, Map.of(), "", Map.of());
  }

  private static CorpusSummary summary(Corpus corpus) {
    return new CorpusSummary(corpus.name(), corpus.size(), corpus.sha256());
  }
}
