package io.garam.training;

import io.garam.evaluation.metrics.Evaluation;
import io.garam.evaluation.report.EpochFigures;
import io.garam.nlu.Thresholds;
import io.garam.nlu.bundle.GoldenUtterances;
import io.garam.nlu.bundle.ModelBundle;
import io.garam.nlu.bundle.ModelSpec;
import io.garam.nlu.bundle.Networks;
import io.garam.nlu.bundle.Provenance;
import io.garam.nlu.decision.Decision;
import io.garam.nlu.encoding.UtteranceEncoder;
import io.garam.nlu.onnx.OnnxClassifier;
import io.garam.nlu.onnx.StepTracker;
import io.garam.training.corpus.Corpus;
import io.garam.training.network.Learner;
import io.garam.training.packaging.DecisionFit;
import io.garam.training.packaging.GoldenAnswers;
import io.garam.training.packaging.ParityCheck;
import io.garam.training.packaging.ParitySample;
import io.garam.training.settings.Script;
import io.garam.training.settings.TrainingSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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
    Networks networks = learner.finish().toOnnx();
    try (OnnxClassifier exported = exported(networks)) {
      Corpus sample = ParitySample.of(valid, dialogues());
      double parity =
          ParityCheck.verify(
              sample.said(),
              EncodedCorpus.of(sample, learner, labels, settings).logits(learner),
              exported);
      float[][] logits = new StepTracker(exported).logits(valid.said());
      Decision decision = new DecisionFit(valid, labels, settings.outOfScope()).fit(logits);
      Evaluation evaluation =
          new LabelledPredictions(
                  valid, decision, Thresholds.OF_MODEL, settings.outOfScope().unknownLabel())
              .evaluation(logits);
      return new TrainingResult(
          spec(name, version, decision, origin().of(evaluation)),
          networks,
          encoder.vocabulary(),
          new GoldenAnswers(exported, decision).of(valid, encoder, dialogues()),
          evaluation,
          parity,
          epochs,
          Script.of(train).likelyLanguage());
    }
  }

  private boolean dialogues() {
    return settings.dialogue() != null;
  }

  private ModelOrigin origin() {
    return new ModelOrigin(train, valid, settings);
  }

  /** The network as the tagger runs it, before it is known how sure it may be. */
  private OnnxClassifier exported(Networks networks) {
    return OnnxClassifier.of(
        new ModelBundle(
            Path.of("the training's export"),
            spec("", "", new Decision(labels, 1, DecisionFit.NO_THRESHOLD), origin().unmeasured()),
            networks,
            encoder.vocabulary(),
            NO_GOLDEN));
  }

  private ModelSpec spec(String name, String version, Decision decision, Provenance provenance) {
    return new ModelSpec(
        ModelSpec.FORMAT,
        name,
        version,
        settings.text().words(),
        settings.text().characters(),
        settings.dialogueSpec(),
        decision,
        settings.outOfScope().unknownLabel(),
        Map.of(),
        provenance);
  }
}
