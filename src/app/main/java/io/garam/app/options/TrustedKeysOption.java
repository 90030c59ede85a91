package io.garam.app.options;

import io.garam.app.usage.UsageException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flag that says whose models are loaded. */
public final class TrustedKeysOption {

  @Option(
      names = "--trusted-keys",
      paramLabel = "FILE|DIR",
      description =
          "Load the model only if it is signed by this Ed25519 public key (PEM), or by one of those"
              + " in a folder (*.pem); more than one by commas, or the flag repeated. See garam sign"
              + " --help.")
  private List<String> names = new ArrayList<>();

  /**
   * Returns files and folders of keys, none where the flag was not given.
   *
   * @throws UsageException if a name is empty, which would otherwise ask for no signature, or for
   *     one by any key in the working directory
   */
  public List<Path> paths() {
    List<String> each = names.stream().flatMap(name -> Stream.of(name.split(",", -1))).toList();
    if (each.stream().anyMatch(String::isBlank)) {
      throw new UsageException(
          "Expected --trusted-keys with the file of a public key, or a folder of such files, but"
              + " found an empty name; name one, or leave the flag out.");
    }
    return each.stream().map(String::strip).map(Path::of).toList();
  }

  /** Returns the flag as the value of a setting, null where it was not given. */
  @Nullable String setting() {
    return names.isEmpty()
        ? null
        : paths().stream().map(Path::toString).collect(Collectors.joining(","));
  }
}
