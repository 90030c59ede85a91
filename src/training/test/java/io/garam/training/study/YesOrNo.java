package io.garam.training.study;

import io.garam.training.corpus.LabelledUtterance;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Utterances that say yes and no in turn, and have that for their label, save for some: what a
 * model makes of them is known before it is trained.
 */
final class YesOrNo {

  private YesOrNo() {}

  /**
   * Returns dialogues d0, d1 and so on.
   *
   * @param length utterances of each
   * @param mistaken how many of each have the other label, as many of yes as of no
   */
  static List<LabelledUtterance> dialogues(int length, int... mistaken) {
    List<LabelledUtterance> all = new ArrayList<>();
    for (int dialogue = 0; dialogue < mistaken.length; dialogue++) {
      all.addAll(utterances(length, mistaken[dialogue], "d" + dialogue));
    }
    return all;
  }

  /** Returns utterances of no dialogue. */
  static List<LabelledUtterance> alone(int count, int mistaken) {
    return utterances(count, mistaken, null);
  }

  private static List<LabelledUtterance> utterances(
      int count, int mistaken, @Nullable String dialogue) {
    List<LabelledUtterance> utterances = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean yes = i % 2 == 0;
      String label = yes == i >= mistaken ? "yes" : "no";
      utterances.add(new LabelledUtterance(yes ? "yes" : "no", label, dialogue, null));
    }
    return utterances;
  }
}
