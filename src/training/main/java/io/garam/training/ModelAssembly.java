package io.garam.training;

import io.garam.evaluation.Evaluation;
import io.garam.evaluation.Prediction;
import io.garam.nlu.Decision;
import io.garam.nlu.Intent;
import io.garam.nlu.bundle.GoldenUtterances;
import io.garam.nlu.bundle.GoldenUtterances.GoldenUtterance;
import io.garam.nlu.bundle.ModelSpec;
import io.garam.nlu.bundle.Networks;
import io.garam.nlu.bundle.Provenance;
import io.garam.nlu.bundle.Provenance.CorpusSummary;
import io.garam.nlu.encoding.UtteranceEncoder;
import io.garam.nlu.inference.UtteranceNetwork;
import io.garam.training.TrainingListener.EpochFigures;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.LabelledUtterance;
import io.garam.training.export.OnnxExporter;
import io.garam.training.network.Learner;
import io.garam.training.release.GoldenChoice;
import io.garam.training.release.ParityCheck;
import io.garam.training.release.SoftwareVersions;
import io.garam.training.release.TemperatureFit;
import io.garam.training.release.ThresholdFit;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The way from trained weights to a model: everything said of the model is measured on the exported
 * graph in ONNX Runtime, which is what the tagger runs.
 */
record ModelAssembly(
    Corpus train,
    Corpus valid,
    TrainingSettings settings,
    List<String> labels,
    UtteranceEncoder encoder) {

  private static final int PARITY_TEXTS = 4_000;
  private static final double NO_THRESHOLD = 0;

  TrainingResult assemble(String name, String version, Learner learner, List<EpochFigures> epochs) {
    byte[] network = OnnxExporter.export(learner.finish()).toByteArray();
    try (UtteranceNetwork exported = new UtteranceNetwork(network, "the training's export")) {
      double parity = ParityCheck.verify(learner, exported, encoder, parityTexts(valid));
      float[][] logits = logits(exported, valid.texts());
      Decision decision = decision(logits);
      Evaluation evaluation = evaluation(decision, logits);
      ModelSpec spec =
          new ModelSpec(
              ModelSpec.FORMAT,
              name,
              version,
              settings.words(),
              settings.characters(),
              null,
              decision,
              settings.unknownLabel(),
              Map.of(),
              provenance(evaluation));
      return new TrainingResult(
          spec,
          new Networks(network, null),
          encoder.vocabulary(),
          golden(exported, decision),
          evaluation,
          parity,
          epochs,
          Script.of(train).likelyLanguage());
    }
  }

  /** Some validation texts, evenly chosen, and one as long as the tokenizer allows. */
  private static List<String> parityTexts(Corpus valid) {
    int stride = 1 + valid.size() / PARITY_TEXTS;
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < valid.size(); i += stride) {
      texts.add(valid.utterances().get(i).text());
    }
    texts.add(String.join(" ", texts.subList(0, Math.min(texts.size(), 200))));
    return texts;
  }

  private float[][] logits(UtteranceNetwork exported, List<String> texts) {
    return exported.read(texts.stream().map(encoder::encode).toList());
  }

  private Decision decision(float[][] logits) {
    double temperature = TemperatureFit.fit(logits, gold());
    Decision always = new Decision(labels, temperature, NO_THRESHOLD);
    return new Decision(labels, temperature, threshold(always, logits));
  }

  private int[] gold() {
    return valid.utterances().stream()
        .map(LabelledUtterance::label)
        .mapToInt(labels::indexOf)
        .toArray();
  }

  private double threshold(Decision decision, float[][] logits) {
    if (settings.threshold() != null) {
      return settings.threshold();
    }
    if (settings.unknownLabel() == null) {
      return NO_THRESHOLD;
    }
    int[] gold = gold();
    return ThresholdFit.fit(
        IntStream.range(0, logits.length)
            .filter(i -> Decision.mostProbable(logits[i]) == gold[i])
            .mapToDouble(i -> decision.probabilities(logits[i])[gold[i]])
            .toArray());
  }

  private Evaluation evaluation(Decision decision, float[][] logits) {
    List<Prediction> predictions = new ArrayList<>();
    for (int i = 0; i < logits.length; i++) {
      float[] probabilities = decision.probabilities(logits[i]);
      int best = Decision.mostProbable(probabilities);
      String gold = valid.utterances().get(i).label();
      predictions.add(
          new Prediction(
              valid.utterances().get(i).text(),
              gold.equals(settings.unknownLabel()) ? Intent.UNKNOWN : gold,
              probabilities[best] >= decision.threshold() ? labels.get(best) : Intent.UNKNOWN,
              labels.get(best),
              probabilities[best]));
    }
    return Evaluation.of(predictions);
  }

  private GoldenUtterances golden(UtteranceNetwork exported, Decision decision) {
    List<String> texts = GoldenChoice.of(valid, encoder);
    float[][] logits = logits(exported, texts);
    List<GoldenUtterance> utterances = new ArrayList<>();
    for (int i = 0; i < logits.length; i++) {
      utterances.add(
          new GoldenUtterance(texts.get(i), null, null, noted(decision.probabilities(logits[i]))));
    }
    return new GoldenUtterances(utterances);
  }

  private Map<String, Float> noted(float[] probabilities) {
    Map<String, Float> byLabel = new TreeMap<>();
    for (int label = 0; label < probabilities.length; label++) {
      byLabel.put(labels.get(label), probabilities[label]);
    }
    return byLabel.entrySet().stream()
        .sorted(Map.Entry.<String, Float>comparingByValue().reversed())
        .limit(3)
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
  }

  private Provenance provenance(Evaluation evaluation) {
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
            "expectedCalibrationError", evaluation.expectedCalibrationError()));
  }

  private static CorpusSummary summary(Corpus corpus) {
    return new CorpusSummary(corpus.name(), corpus.size(), corpus.sha256());
  }
}
