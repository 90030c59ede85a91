package io.garam.benchmarks.load;

import io.garam.nlu.bundle.GoldenUtterances.GoldenUtterance;
import io.garam.nlu.bundle.ModelBundle;
import io.garam.training.corpus.ColumnMapping;
import io.garam.training.corpus.reader.CorpusReader;
import java.nio.file.Path;
import java.util.List;

/**
 * Texts that events are made of.
 *
 * @param source where they are from, in words
 * @param texts none of them blank
 */
public record Texts(String source, List<String> texts) {

  public Texts {
    texts = texts.stream().filter(text -> !text.isBlank()).toList();
  }

  /**
   * Returns those of a corpus, in its order.
   *
   * @param corpus in any form that {@code garam train} reads
   */
  public static Texts of(Path corpus) {
    return new Texts(corpus.toString(), CorpusReader.read(corpus, ColumnMapping.DEFAULT).texts());
  }

  /** Returns the golden utterances of a model, which are of the corpus that it learned from. */
  public static Texts golden(Path model) {
    return new Texts(
        "golden utterances of " + model.getFileName(),
        ModelBundle.read(model).golden().utterances().stream().map(GoldenUtterance::text).toList());
  }

  /** Returns the text of an event, by its number. */
  public String of(int event) {
    return texts.get(event % texts.size());
  }
}
