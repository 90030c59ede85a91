package io.garam.training.packaging;

import io.garam.nlu.Utterance;
import io.garam.nlu.bundle.GoldenUtterances;
import io.garam.nlu.bundle.GoldenUtterances.GoldenUtterance;
import io.garam.nlu.decision.Decision;
import io.garam.nlu.encoding.UtteranceEncoder;
import io.garam.nlu.onnx.OnnxClassifier;
import io.garam.nlu.onnx.StepTracker;
import io.garam.training.corpus.Corpus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Golden utterances with the probabilities that an exported model gives them.
 *
 * @param exported the model
 * @param decision how its logits become an answer
 */
public record GoldenAnswers(OnnxClassifier exported, Decision decision) {

  /** The most probable labels that are noted of each utterance. */
  private static final int LABELS = 3;

  /**
   * Returns the golden utterances of a corpus, see {@link GoldenSelector}.
   *
   * @param dialogues whether the model follows dialogues
   */
  public GoldenUtterances of(Corpus valid, UtteranceEncoder encoder, boolean dialogues) {
    List<Utterance> chosen = new ArrayList<>();
    if (dialogues) {
      chosen.addAll(GoldenSelector.dialogue(valid));
    }
    GoldenSelector.of(valid, encoder).stream().map(Utterance::alone).forEach(chosen::add);
    float[][] logits = new StepTracker(exported).logits(chosen);
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
      byLabel.put(decision.labels().get(label), probabilities[label]);
    }
    return byLabel.entrySet().stream()
        .sorted(Map.Entry.<String, Float>comparingByValue().reversed())
        .limit(LABELS)
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
  }
}
