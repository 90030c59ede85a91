package io.garam.training.packaging;

import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.LabelledUtterance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Parity sample: the validation utterances on which libtorch and ONNX Runtime are compared. */
public final class ParitySample {

  private static final int UTTERANCES = 4_000;
  private static final int LONG_DIALOGUE = 240;

  private ParitySample() {}

  /**
   * Chooses them.
   *
   * @param dialogues whether the model follows dialogues
   */
  public static Corpus of(Corpus valid, boolean dialogues) {
    return new Corpus(valid.name(), null, dialogues ? dialogues(valid) : texts(valid));
  }

  /** Some validation utterances, evenly chosen, and one as long as the tokenizer allows. */
  private static List<LabelledUtterance> texts(Corpus valid) {
    int stride = 1 + valid.size() / UTTERANCES;
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
  private static List<LabelledUtterance> dialogues(Corpus valid) {
    List<LabelledUtterance> sample =
        new ArrayList<>(valid.utterances().subList(0, Math.min(valid.size(), UTTERANCES)));
    for (int i = 0; i < LONG_DIALOGUE; i++) {
      LabelledUtterance one = valid.utterances().get(i % valid.size());
      sample.add(new LabelledUtterance(one.text(), one.label(), "a long dialogue", one.speaker()));
    }
    return sample;
  }
}
