package io.garam.app.doctor;

import io.garam.app.options.ModelFolder;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.bundle.ModelSpec;
import io.garam.nlu.signature.TrustedKeys;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.doctor.Check;
import io.garam.streams.doctor.Finding;
import io.garam.streams.doctor.TaggerChecks;
import io.garam.streams.registry.RegistryModels;
import java.time.Duration;
import java.util.List;

/** Check whether the model loads, and its golden utterances come out as recorded. */
final class ModelCheck implements Check {

  private final GaramConfig config;
  private volatile boolean dialogues;

  /**
   * @param config which names the model, its thresholds, and who must have signed it
   */
  ModelCheck(GaramConfig config) {
    this.config = config;
  }

  /** Says, once the check was made, whether the model follows dialogues. */
  boolean followsDialogues() {
    return dialogues;
  }

  @Override
  public String name() {
    return TaggerChecks.MODEL;
  }

  @Override
  public List<String> needs() {
    return List.of(NativesCheck.NAME);
  }

  @Override
  public Duration timeLimit() {
    return Duration.ofMinutes(1);
  }

  @Override
  public Finding run() {
    ModelSpec spec =
        ModelFolder.check(
            RegistryModels.folder(config),
            config.thresholds(),
            TrustedKeys.read(config.trustedKeys()));
    dialogues = spec.dialogue() != null;
    ModelReference model = spec.reference();
    return Finding.ok(
        model.name()
            + " "
            + model.version()
            + " ("
            + model.digest()
            + "), labels: "
            + spec.decision().labels().size()
            + (dialogues ? ", follows dialogues" : "")
            + "; its golden utterances come out as recorded");
  }
}
