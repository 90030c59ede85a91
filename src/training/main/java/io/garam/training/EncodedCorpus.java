package io.garam.training;

import io.garam.nlu.decision.Decision;
import io.garam.nlu.dialogue.DialogueSpec;
import io.garam.training.batching.DialogueSequences;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.LabelledUtterance;
import io.garam.training.embedding.EncodedText;
import io.garam.training.network.Learner;
import io.garam.training.settings.TrainingSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A corpus as a network learns it.
 *
 * @param utterances as the learner reads them
 * @param labels each as the index of its label; {@link #NONE} for one with none of the intents, and
 *     {@link #FOREIGN} for one with an intent that is not learned
 * @param targets {@code [utterances, labels]}: the probabilities that the answers shall have
 * @param dialogues of the utterances; null where each is judged alone
 */
record EncodedCorpus(
    List<EncodedText> utterances,
    int[] labels,
    float[][] targets,
    @Nullable DialogueSequences dialogues) {

  static final int NONE = -1;
  static final int FOREIGN = -2;

  /**
   * Encodes a corpus with certain targets: 1 for the true label. An utterance with none of the
   * intents is as likely to be each of them (Lee et al. 2018, "Training confidence-calibrated
   * classifiers for detecting out-of-distribution samples"), so that the model learns to doubt.
   */
  static EncodedCorpus of(
      Corpus corpus, Learner learner, List<String> labels, TrainingSettings settings) {
    int[] indexes =
        corpus.utterances().stream()
            .map(LabelledUtterance::label)
            .mapToInt(label -> index(label, labels, settings))
            .toArray();
    DialogueSpec dialogue = settings.dialogueSpec();
    float[][] certain = new float[labels.size()][labels.size()];
    for (int label = 0; label < certain.length; label++) {
      certain[label][label] = 1;
    }
    float[] doubt = new float[labels.size()];
    Arrays.fill(doubt, 1f / labels.size());
    return new EncodedCorpus(
        corpus.texts().stream().map(learner::read).toList(),
        indexes,
        Arrays.stream(indexes)
            .mapToObj(label -> label < 0 ? doubt : certain[label])
            .toArray(float[][]::new),
        dialogue == null ? null : dialogues(corpus, dialogue));
  }

  private static int index(String label, List<String> labels, TrainingSettings settings) {
    if (label.equals(settings.outOfScope().unknownLabel())) {
      return NONE;
    }
    int index = labels.indexOf(label);
    return index < 0 ? FOREIGN : index;
  }

  /** An utterance of no dialogue is one of its own. */
  private static DialogueSequences dialogues(Corpus corpus, DialogueSpec spec) {
    Map<Object, List<Integer>> members = new LinkedHashMap<>();
    int[] speakers = new int[corpus.size()];
    for (int i = 0; i < speakers.length; i++) {
      LabelledUtterance utterance = corpus.utterances().get(i);
      Object dialogue = utterance.dialogue() == null ? i : utterance.dialogue();
      List<Integer> before = members.computeIfAbsent(dialogue, id -> new ArrayList<>());
      String speaker =
          before.isEmpty()
              ? null
              : corpus.utterances().get(before.get(before.size() - 1)).speaker();
      speakers[i] = spec.speakerRow(speaker, utterance.speaker());
      before.add(i);
    }
    return new DialogueSequences(
        members.values().stream()
            .map(all -> all.stream().mapToInt(Integer::intValue).toArray())
            .toList(),
        speakers);
  }

  EncodedCorpus withTargets(float[][] others) {
    return new EncodedCorpus(utterances, labels, others, dialogues);
  }

  /** Returns what a learner makes of the corpus, {@code [utterances, labels]}. */
  float[][] logits(Learner learner) {
    return learner.logits(utterances, dialogues);
  }

  int size() {
    return labels.length;
  }

  List<EncodedText> utterances(List<Integer> indexes) {
    return indexes.stream().map(utterances::get).toList();
  }

  /** Returns the targets of a batch one after another, {@code [batch, labels]}. */
  float[] targets(List<Integer> indexes) {
    int columns = targets[0].length;
    float[] batch = new float[indexes.size() * columns];
    for (int row = 0; row < indexes.size(); row++) {
      System.arraycopy(targets[indexes.get(row)], 0, batch, row * columns, columns);
    }
    return batch;
  }

  /** Returns which share of those with an intent has its greatest logit at the true label. */
  double accuracy(float[][] logits) {
    int[] answerable = IntStream.range(0, labels.length).filter(i -> labels[i] != NONE).toArray();
    long correct =
        IntStream.of(answerable).filter(i -> Decision.mostProbable(logits[i]) == labels[i]).count();
    return (double) correct / answerable.length;
  }
}
