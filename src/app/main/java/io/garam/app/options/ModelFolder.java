package io.garam.app.options;

import io.garam.nlu.GaramException;
import io.garam.nlu.Thresholds;
import io.garam.nlu.bundle.ModelBundle;
import io.garam.nlu.bundle.ModelSpec;
import io.garam.nlu.onnx.OnnxClassifier;
import io.garam.nlu.signature.TrustedKeys;
import io.garam.nlu.text.Nearest;
import io.garam.streams.registry.ModelName;
import io.garam.training.checkpoint.Checkpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Folder of a model, as people name it: the name of a shipped model alone is not its folder. */
public final class ModelFolder {

  private static final Path MODELS = Path.of("models");

  private ModelFolder() {}

  /**
   * Returns a folder that a flag names.
   *
   * @throws GaramException if it is not there, but one of that name, or nearly, is among the
   *     models; or if a training has yet to write the model there
   */
  public static Path of(Path named) {
    if (!Files.exists(named.resolve(ModelBundle.SPEC))
        && new Checkpoints(named.resolve(Checkpoints.FOLDER), true).areThere()) {
      throw new GaramException(
          "Expected a model bundle in the folder "
              + named
              + ", but the training that is to write it there was not finished; go on with `garam"
              + " train ... --out "
              + named
              + " --resume`, the same command with --resume.");
    }
    if (named.toString().startsWith(ModelName.PREFIX)) {
      throw new GaramException(
          "Expected the folder of a model, but found "
              + named
              + ", a model of the registry; garam models pull writes it to a folder.");
    }
    if (!Files.exists(named)) {
      meant(named)
          .ifPresent(
              meant -> {
                throw new GaramException(
                    "Expected a model bundle at "
                        + named
                        + ", but there is no such folder; did you mean "
                        + meant
                        + "?");
              });
    }
    return named;
  }

  /**
   * Checks that a model can be used, before anything that takes longer: it is loaded as a tagger
   * will load it, and closed. Returns what it says of itself.
   *
   * @param thresholds that hold instead of the model's own
   * @param keys one of which must have signed it, where there are any
   * @throws GaramException if it is not there, or is refused, or has no label that a threshold is
   *     of
   */
  public static ModelSpec check(Path named, Thresholds thresholds, TrustedKeys keys) {
    try (OnnxClassifier classifier = OnnxClassifier.load(of(named), thresholds, keys)) {
      return classifier.spec();
    }
  }

  private static Optional<Path> meant(Path named) {
    String name = String.valueOf(named.getFileName());
    Path home = Path.of(System.getProperty("garam.home", "."));
    return Stream.of(MODELS, home.resolve(MODELS))
        .flatMap(models -> Nearest.to(name, names(models)).map(models::resolve).stream())
        .findFirst();
  }

  private static List<String> names(Path models) {
    if (!Files.isDirectory(models)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(models)) {
      return folders.filter(Files::isDirectory).map(at -> at.getFileName().toString()).toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
