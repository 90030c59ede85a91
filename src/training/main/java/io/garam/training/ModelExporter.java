package io.garam.training;

import io.garam.evaluation.metrics.Evaluation;
import io.garam.evaluation.report.EpochFigures;
import io.garam.nlu.Thresholds;
import io.garam.nlu.bundle.GoldenUtterances;
import io.garam.nlu.bundle.ModelBundle;
import io.garam.nlu.bundle.ModelSpec;
import io.garam.nlu.bundle.Provenance;
import io.garam.nlu.decision.Cascade;
import io.garam.nlu.decision.Decision;
import io.garam.nlu.encoding.UtteranceEncoder;
import io.garam.nlu.onnx.OnnxClassifier;
import io.garam.nlu.onnx.StepTracker;
import io.garam.training.corpus.Corpus;
import io.garam.training.export.NetworkWeights;
import io.garam.training.network.Learner;
import io.garam.training.packaging.DecisionFit;
import io.garam.training.packaging.GoldenAnswers;
import io.garam.training.packaging.ParityCheck;
import io.garam.training.packaging.ParitySample;
import io.garam.training.packaging.TaggingCost;
import io.garam.training.settings.Script;
import io.garam.training.settings.TrainingSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Exports a trained model: everything said of the model is measured on the exported graph in ONNX
 * Runtime, which is what the tagger runs.
 */
record ModelExporter(
    Corpus train,
    Corpus valid,
    TrainingSettings settings,
    List<String> labels,
    UtteranceEncoder encoder) {

  private static final GoldenUtterances NO_GOLDEN = new GoldenUtterances(List.of());

  TrainingResult export(String name, String version, Learner learner, List<EpochFigures> epochs) {
    NetworkWeights weights = learner.finish();
    ExportedModel uncalibrated =
        ExportedModel.uncalibrated(weights, settings.speed().cascades(), labels);
    double parity;
    float[][] logits;
    try (OnnxClassifier exported = classifier(uncalibrated)) {
      parity = parity(learner, exported);
      logits = logits(exported);
    }
    ExportedModel model = calibrated(weights, uncalibrated, logits);
    try (OnnxClassifier exported = classifier(model)) {
      if (model.cascade() == null) {
        parity = parity(learner, exported);
      }
      Evaluation evaluation = evaluation(model.decision(), logits(exported));
      Cascade cascade = model.cascade();
      ModelSpec spec = spec(name, version, model, origin().of(evaluation));
      return new TrainingResult(
          cascade == null
              ? spec
              : spec.withFigure(
                  Provenance.ANSWERED_BY_WORDS,
                  answeredByWords(uncalibrated, cascade, model.decision())),
          model.networks(),
          encoder.vocabulary(),
          new GoldenAnswers(exported, model.decision()).of(valid, encoder, dialogues()),
          evaluation,
          parity,
          TaggingCost.micros(
              exported, valid.said(), epochs.stream().mapToDouble(EpochFigures::seconds).sum()),
          epochs,
          Script.of(train).likelyLanguage());
    }
  }

  private ExportedModel calibrated(
      NetworkWeights weights, ExportedModel uncalibrated, float[][] logits) {
    DecisionFit fit = new DecisionFit(valid, labels, settings.outOfScope());
    if (uncalibrated.cascade() != null) {
      try (OnnxClassifier firstStage = classifier(uncalibrated.firstStage())) {
        CascadeFit.Fitted fitted =
            new CascadeFit(fit, settings.speed().lost(), logits(firstStage), logits).best();
        if (fitted != null) {
          return new ExportedModel(
              uncalibrated.networks(),
              fitted.cascade(),
              fit.withThreshold(fitted.decision(), fitted.logits()));
        }
      }
    }
    Decision decision = fit.calibrate(logits, utterance -> true);
    return new ExportedModel(
        uncalibrated.cascade() == null ? uncalibrated.networks() : weights.toOnnx(),
        null,
        fit.withThreshold(decision, logits));
  }

  private double answeredByWords(ExportedModel uncalibrated, Cascade cascade, Decision decision) {
    try (OnnxClassifier firstStage = classifier(uncalibrated.firstStage())) {
      return Stream.of(logits(firstStage))
              .filter(words -> cascade.answer(words, decision) != null)
              .count()
          / (double) valid.size();
    }
  }

  private double parity(Learner learner, OnnxClassifier exported) {
    Corpus sample = ParitySample.of(valid, dialogues());
    return ParityCheck.verify(
        sample.said(),
        EncodedCorpus.of(sample, learner, labels, settings).logits(learner),
        exported);
  }

  private float[][] logits(OnnxClassifier exported) {
    return new StepTracker(exported).logits(valid.said());
  }

  private Evaluation evaluation(Decision decision, float[][] logits) {
    return new LabelledPredictions(
            valid, decision, Thresholds.OF_MODEL, settings.outOfScope().unknownLabel())
        .evaluation(logits);
  }

  private boolean dialogues() {
    return settings.dialogue() != null;
  }

  private ModelOrigin origin() {
    return new ModelOrigin(train, valid, settings);
  }

  /** The model as the tagger runs it. */
  private OnnxClassifier classifier(ExportedModel model) {
    return OnnxClassifier.of(
        new ModelBundle(
            Path.of("the training's export"),
            spec("", "", model, origin().unmeasured()),
            model.networks(),
            encoder.vocabulary(),
            NO_GOLDEN));
  }

  private ModelSpec spec(String name, String version, ExportedModel model, Provenance provenance) {
    return new ModelSpec(
        ModelSpec.FORMAT,
        name,
        version,
        settings.text().words(),
        settings.text().characters(),
        settings.dialogueSpec(),
        model.cascade(),
        model.decision(),
        settings.outOfScope().unknownLabel(),
        Map.of(),
        provenance);
  }
}
