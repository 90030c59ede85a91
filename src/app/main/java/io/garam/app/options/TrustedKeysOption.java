package io.garam.app.options;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flag that says whose models are loaded. */
public final class TrustedKeysOption {

  @Option(
      names = "--trusted-keys",
      paramLabel = "FILE|DIR",
      description =
          "Load the model only if it is signed by this Ed25519 public key (PEM), or by one of those"
              + " in a folder (*.pem); may be repeated. See garam sign --help.")
  private List<Path> paths = new ArrayList<>();

  /** Returns files and folders of keys, none where the flag was not given. */
  public List<Path> paths() {
    return List.copyOf(paths);
  }

  /** Returns the flag as the value of a setting, null where it was not given. */
  @Nullable String setting() {
    return paths.isEmpty()
        ? null
        : paths.stream().map(Path::toString).collect(Collectors.joining(","));
  }
}
