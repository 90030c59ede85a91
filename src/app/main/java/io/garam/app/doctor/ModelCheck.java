package io.garam.app.doctor;

import io.garam.app.options.ModelFolder;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.Thresholds;
import io.garam.nlu.bundle.ModelSpec;
import io.garam.nlu.signature.TrustedKeys;
import io.garam.streams.doctor.Check;
import io.garam.streams.doctor.Finding;
import io.garam.streams.doctor.TaggerChecks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Check whether the model loads, and its golden utterances come out as recorded. */
final class ModelCheck implements Check {

  private final Path folder;
  private final Thresholds thresholds;
  private final List<Path> trustedKeys;
  private volatile boolean dialogues;

  /**
   * @param thresholds that hold instead of the model's own
   * @param trustedKeys where the keys are one of which must have signed it, none for no such
   */
  ModelCheck(Path folder, Thresholds thresholds, List<Path> trustedKeys) {
    this.folder = folder;
    this.thresholds = thresholds;
    this.trustedKeys = trustedKeys;
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
    ModelSpec spec = ModelFolder.check(folder, thresholds, TrustedKeys.read(trustedKeys));
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
