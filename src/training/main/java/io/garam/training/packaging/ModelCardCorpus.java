package io.garam.training.packaging;

import io.garam.nlu.bundle.Provenance;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The training data of a model card: what a model was learned from, and whose work that is.
 *
 * @param origin whose work the corpus is
 * @param provenance of the model
 */
record ModelCardCorpus(CorpusOrigin origin, Provenance provenance) {

  String name() {
    return origin.name() == null ? provenance.training().name() : origin.name();
  }

  String licence() {
    return origin.licence() == null ? "unknown" : origin.licence();
  }

  String toMarkdown() {
    return String.format(
        Locale.ROOT,
        """
        ## Training data

        | | |
        | --- | --- |
        | corpus | %s |
        | licence | %s |
        | authors | %s |
        | training | %s |
        | validation | %s |

        """,
        origin.url() == null ? name() : "[" + name() + "](" + origin.url() + ")",
        orNotStated(origin.licence()),
        orNotStated(origin.authors()),
        summary(provenance.training()),
        summary(provenance.validation()));
  }

  private static String summary(Provenance.CorpusSummary corpus) {
    String size = String.format(Locale.ROOT, "%s, %,d utterances", corpus.name(), corpus.rows());
    return corpus.sha256() == null ? size : size + ", SHA-256 `" + corpus.sha256() + "`";
  }

  private static String orNotStated(@Nullable String value) {
    return value == null ? "not stated" : value;
  }
}
