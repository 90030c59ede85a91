package io.garam.training;

import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.TrainValidationSplit;
import io.garam.training.packaging.SoftwareVersions;
import io.garam.training.settings.TrainingSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What tells a training from others: a checkpoint goes on with the same one alone. */
final class TrainingIdentity {

  private TrainingIdentity() {}

  /** Returns all that a training depends on, by name. */
  static Map<String, String> of(TrainValidationSplit corpora, TrainingSettings settings) {
    Map<String, String> identity = new HashMap<>(settings.byFlag());
    identity.remove("threads");
    Map<String, String> versions = new HashMap<>(SoftwareVersions.current());
    versions.keySet().retainAll(List.of("garam", "libtorch"));
    identity.putAll(versions);
    identity.put("corpus", identity(corpora.train()));
    identity.put("validation corpus", identity(corpora.valid()));
    return identity;
  }

  private static String identity(Corpus corpus) {
    return String.format(
        Locale.ROOT,
        "%s of %d utterances (%08x)",
        corpus.name(),
        corpus.size(),
        corpus.utterances().hashCode());
  }
}
