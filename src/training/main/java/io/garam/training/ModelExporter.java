package io.garam.training;

import io.garam.evaluation.metrics.Evaluation;
import io.garam.evaluation.report.EpochFigures;
import io.garam.nlu.Decision;
import io.garam.nlu.Utterance;
import io.garam.nlu.bundle.GoldenUtterances;
import io.garam.nlu.bundle.GoldenUtterances.GoldenUtterance;
import io.garam.nlu.bundle.ModelBundle;
import io.garam.nlu.bundle.ModelSpec;
import io.garam.nlu.bundle.Networks;
import io.garam.nlu.bundle.Provenance;
import io.garam.nlu.bundle.Provenance.CorpusSummary;
import io.garam.nlu.encoding.UtteranceEncoder;
import io.garam.nlu.inference.DialogueTracker;
import io.garam.nlu.inference.IntentClassifier;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.LabelledUtterance;
import io.garam.training.network.Learner;
import io.garam.training.packaging.GoldenSelector;
import io.garam.training.packaging.ParityCheck;
import io.garam.training.packaging.SoftwareVersions;
import io.garam.training.packaging.TemperatureFit;
import io.garam.training.packaging.TemperatureFit.Calibration;
import io.garam.training.packaging.ThresholdFit;
import io.garam.training.settings.Script;
import io.garam.training.settings.TrainingSettings;
import java.nio.file.Path;
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
 * Exports a trained model: everything said of the model is measured on the exported graph in ONNX
 * Runtime, which is what the tagger runs.
 */
record ModelExporter(
    Corpus train,
    Corpus valid,
    TrainingSettings settings,
    List<String> labels,
    UtteranceEncoder encoder) {

  private static final int PARITY_UTTERANCES = 4_000;
  private static final int LONG_DIALOGUE = 240;
  private static final double NO_THRESHOLD = 0;
  private static final GoldenUtterances NO_GOLDEN = new GoldenUtterances(List.of());

  TrainingResult export(String name, String version, Learner learner, List<EpochFigures> epochs) {
    Networks networks = learner.finish().toOnnx();
    try (IntentClassifier exported = exported(networks)) {
      Corpus sample = paritySample();
      double parity =
          ParityCheck.verify(
              sample.said(),
              EncodedCorpus.of(sample, learner, labels, settings).logits(learner),
              exported);
      float[][] logits = new DialogueTracker(exported).logits(valid.said());
      Decision decision = decision(logits);
      Evaluation evaluation =
          new LabelledPredictions(valid, decision, settings.outOfScope().unknownLabel())
              .evaluation(logits);
      return new TrainingResult(
          spec(name, version, decision, provenance(evaluation)),
          networks,
          encoder.vocabulary(),
          golden(exported, decision),
          evaluation,
          parity,
          epochs,
          Script.of(train).likelyLanguage());
    }
  }

  /** The network as the tagger runs it, before it is known how sure it may be. */
  private IntentClassifier exported(Networks networks) {
    Provenance none =
        new Provenance(summary(train), summary(valid), Map.of(), 0, Map.of(), "", Map.of());
    return IntentClassifier.of(
        new ModelBundle(
            Path.of("the training's export"),
            spec("", "", new Decision(labels, 1, NO_THRESHOLD), none),
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

  private Corpus paritySample() {
    return new Corpus(
        valid.name(), null, settings.dialogue() == null ? textsForParity() : dialoguesForParity());
  }

  /** Some validation utterances, evenly chosen, and one as long as the tokenizer allows. */
  private List<LabelledUtterance> textsForParity() {
    int stride = 1 + valid.size() / PARITY_UTTERANCES;
    List<LabelledUtterance> sample = new ArrayList<>();
    for (int i = 0; i < valid.size(); i += stride) {
      sample.add(valid.utterances().get(i));
    }
    String endless =
        sample.stream().limit(200).map(LabelledUtterance::text).collect(Collectors.joining(" "));
    sample.add(new LabelledUtterance(endless, sample.get(0).label(), null, null));
    return sample;
  }

  /** Validation dialogues, and one that is long whatever theirs are. */
  private List<LabelledUtterance> dialoguesForParity() {
    List<LabelledUtterance> sample =
        new ArrayList<>(valid.utterances().subList(0, Math.min(valid.size(), PARITY_UTTERANCES)));
    for (int i = 0; i < LONG_DIALOGUE; i++) {
      LabelledUtterance one = valid.utterances().get(i % valid.size());
      sample.add(new LabelledUtterance(one.text(), one.label(), "a long dialogue", one.speaker()));
    }
    return sample;
  }

  private Decision decision(float[][] logits) {
    Calibration fit = TemperatureFit.fit(logits, gold());
    Decision always = new Decision(labels, fit.temperature(), fit.exponent(), NO_THRESHOLD);
    return new Decision(labels, fit.temperature(), fit.exponent(), threshold(always, logits));
  }

  private int[] gold() {
    return valid.utterances().stream()
        .map(LabelledUtterance::label)
        .mapToInt(labels::indexOf)
        .toArray();
  }

  private double threshold(Decision decision, float[][] logits) {
    if (settings.outOfScope().threshold() != null) {
      return settings.outOfScope().threshold();
    }
    if (settings.outOfScope().unknownLabel() == null) {
      return NO_THRESHOLD;
    }
    int[] gold = gold();
    return ThresholdFit.fit(
        IntStream.range(0, logits.length)
            .filter(i -> Decision.mostProbable(logits[i]) == gold[i])
            .mapToDouble(i -> decision.probabilities(logits[i])[gold[i]])
            .toArray());
  }

  private GoldenUtterances golden(IntentClassifier exported, Decision decision) {
    List<Utterance> chosen = new ArrayList<>();
    if (settings.dialogue() != null) {
      chosen.addAll(GoldenSelector.dialogue(valid));
    }
    GoldenSelector.of(valid, encoder).stream().map(Utterance::alone).forEach(chosen::add);
    float[][] logits = new DialogueTracker(exported).logits(chosen);
    List<GoldenUtterance> utterances = new ArrayList<>();
    for (int i = 0; i < logits.length; i++) {
      Utterance one = chosen.get(i);
      utterances.add(
          new GoldenUtterance(
              one.text(), one.dialogue(), one.speaker(), noted(decision.probabilities(logits[i]))));
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
            "expectedCalibrationError", evaluation.expectedCalibrationError(),
            "adaptiveCalibrationError", evaluation.adaptiveCalibrationError()));
  }

  private static CorpusSummary summary(Corpus corpus) {
    return new CorpusSummary(corpus.name(), corpus.size(), corpus.sha256());
  }
}
