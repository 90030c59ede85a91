package io.garam.app.evaluate;

import io.garam.app.explain.report.DialogueSoFar;
import io.garam.nlu.Utterance;
import io.garam.training.corpus.Corpus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Utterances of a corpus, each after what was said before it in its dialogue. */
final class CorpusDialogues {

  private CorpusDialogues() {}

  /**
   * Returns the dialogue of each utterance that is asked for, up to it.
   *
   * @param places of the utterances in the corpus, from 0 on
   */
  static Map<Integer, List<Utterance>> of(Corpus corpus, Set<Integer> places) {
    List<Utterance> said = corpus.said();
    Map<String, DialogueSoFar> dialogues = new HashMap<>();
    for (int place : places) {
      String dialogue = said.get(place).dialogue();
      if (dialogue != null) {
        dialogues.put(dialogue, new DialogueSoFar());
      }
    }
    Map<Integer, List<Utterance>> found = new HashMap<>();
    for (int place = 0; place < said.size(); place++) {
      Utterance utterance = said.get(place);
      DialogueSoFar dialogue =
          utterance.dialogue() == null ? null : dialogues.get(utterance.dialogue());
      if (places.contains(place)) {
        found.put(
            place,
            dialogue == null
                ? List.of(utterance)
                : dialogue.and(utterance.text(), utterance.speaker()));
      }
      if (dialogue != null) {
        dialogue.add(utterance.text(), utterance.speaker());
      }
    }
    return found;
  }
}
