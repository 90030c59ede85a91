package io.garam.training.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Groups of the utterances of a corpus, in the order in which their first utterances come. */
final class UtteranceGroups {

  private UtteranceGroups() {}

  /** Returns the dialogues; an utterance without one is one of its own. */
  static List<List<LabelledUtterance>> dialogues(Corpus corpus) {
    return by(
        corpus, utterance -> utterance.dialogue() == null ? new Object() : utterance.dialogue());
  }

  /** Returns the utterances of each label. */
  static List<List<LabelledUtterance>> labels(Corpus corpus) {
    return by(corpus, LabelledUtterance::label);
  }

  private static List<List<LabelledUtterance>> by(
      Corpus corpus, Function<LabelledUtterance, Object> key) {
    Map<Object, List<LabelledUtterance>> groups = new LinkedHashMap<>();
    for (LabelledUtterance utterance : corpus.utterances()) {
      groups.computeIfAbsent(key.apply(utterance), unseen -> new ArrayList<>()).add(utterance);
    }
    return new ArrayList<>(groups.values());
  }
}
