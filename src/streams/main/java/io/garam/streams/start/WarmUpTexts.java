package io.garam.streams.start;

import io.garam.nlu.bundle.GoldenUtterances;
import io.garam.nlu.bundle.GoldenUtterances.GoldenUtterance;
import java.util.ArrayList;
import java.util.List;

/** Texts of a warm-up: golden utterances of a model, and longer ones made of them. */
public final class WarmUpTexts {

  private static final int MOST_UTTERANCES = 100;

  /** Of so many is the longest text made. */
  private static final int MOST_JOINED = 8;

  private WarmUpTexts() {}

  /** Returns texts of many lengths, none of them blank. */
  public static List<String> of(GoldenUtterances golden) {
    List<String> said =
        golden.utterances().stream().limit(MOST_UTTERANCES).map(GoldenUtterance::text).toList();
    List<String> texts = new ArrayList<>(said);
    for (int joined = 2; joined <= MOST_JOINED; joined *= 2) {
      for (int i = 0; i + joined <= said.size(); i += joined) {
        texts.add(String.join(" ", said.subList(i, i + joined)));
      }
    }
    return texts;
  }
}
