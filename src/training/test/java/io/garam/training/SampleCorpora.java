package io.garam.training;

import io.garam.training.corpus.ColumnMapping;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.LabelledUtterance;
import io.garam.training.corpus.reader.CorpusReader;
import java.nio.file.Path;

/** The requests among the sample files: four intents, 60 utterances of each, and 15 held out. */
public final class SampleCorpora {

  public static final Corpus TRAIN = read("requests-train.tsv");
  public static final Corpus VALID = read("requests-valid.tsv");

  private SampleCorpora() {}

  /** Returns a corpus on which no epoch is better than another: one text with every label. */
  public static Corpus hopeless() {
    return new Corpus(
        "hopeless.tsv",
        null,
        TRAIN.labels().stream()
            .map(label -> new LabelledUtterance("음", label, null, null))
            .toList());
  }

  private static Corpus read(String name) {
    return CorpusReader.read(
        Path.of("test/resources/io/garam/training/sample", name), ColumnMapping.DEFAULT);
  }
}
