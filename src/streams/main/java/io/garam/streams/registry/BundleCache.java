package io.garam.streams.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.garam.nlu.GaramException;
import io.garam.nlu.bundle.ModelBundle;
import io.garam.nlu.io.FileFault;
import io.garam.streams.config.GaramConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Bundles of the registry that this machine has, each in a folder of its own, and what was active
 * last, so that a tagger starts also where the registry cannot be read. Who loads a bundle verifies
 * it.
 *
 * @param folder of all
 */
record BundleCache(Path folder) {

  private static final String ACTIVE = "active-";
  private static final String BUNDLE = "[0-9a-f]{16}-[0-9a-f]{16}";

  /** Returns that of an instance, in its folder of state. */
  static BundleCache of(GaramConfig config) {
    return new BundleCache(Path.of(config.stateFolder()).resolve("garam-models"));
  }

  /** Returns the folder of a bundle, if it is here. */
  Optional<Path> folder(PushedBundle bundle) {
    return existing(place(bundle));
  }

  /** Returns the folder of a bundle of a digest, if one is here. */
  Optional<Path> folder(String digest) {
    try (Stream<Path> bundles = Files.list(folder)) {
      return bundles
          .filter(bundle -> bundle.getFileName().toString().startsWith(digest + "-"))
          .flatMap(bundle -> existing(bundle).stream())
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Bundles of one digest may differ in what decides no label. */
  private Path place(PushedBundle bundle) {
    return folder.resolve(bundle.digest() + "-" + bundle.content());
  }

  private static Optional<Path> existing(Path bundle) {
    return Files.isRegularFile(bundle.resolve(ModelBundle.SPEC))
        ? Optional.of(bundle)
        : Optional.empty();
  }

  /**
   * Fetches a bundle, whatever is here.
   *
   * @return its folder
   * @throws GaramException if it is not whole in the registry, the brokers do not answer, or the
   *     folder cannot be written
   */
  Path fetch(RegistryReader registry, PushedBundle bundle) {
    Chunks chunks = new Chunks(bundle);
    registry.read(bundle, chunks);
    discard(bundle);
    return write(bundle, chunks.files());
  }

  /** Another instance may fetch the same at the same time: whichever is first counts. */
  private Path write(PushedBundle bundle, Map<String, List<byte[]>> files) {
    Path target = place(bundle);
    try {
      Files.createDirectories(folder);
      Path unfinished = Files.createTempDirectory(folder, "unfinished-");
      try {
        for (Map.Entry<String, List<byte[]>> file : files.entrySet()) {
          try (OutputStream out = Files.newOutputStream(unfinished.resolve(file.getKey()))) {
            for (byte[] chunk : file.getValue()) {
              out.write(chunk);
            }
          }
        }
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
        delete(unfinished);
      } catch (IOException e) {
        delete(unfinished);
        throw e;
      }
      return target;
    } catch (IOException e) {
      throw new GaramException(
          "Expected to write the model "
              + bundle.id()
              + " to "
              + target
              + ", but failed: "
              + FileFault.of(e)
              + "; make room and rights there, or set state.dir to another folder.",
          e);
    }
  }

  private void discard(PushedBundle bundle) {
    Path damaged = place(bundle);
    try {
      if (Files.exists(damaged)) {
        delete(damaged);
      }
    } catch (IOException e) {
      throw new GaramException(
          "Expected to replace the model in "
              + damaged
              + ", which is damaged, but failed: "
              + FileFault.of(e)
              + "; delete it by hand.",
          e);
    }
  }

  private static void delete(Path bundle) throws IOException {
    try (Stream<Path> files = Files.list(bundle)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(bundle);
  }

  /** Returns the folder of what was active last under a name. */
  Optional<Path> lastActive(String name) {
    try {
      String bundle = Files.readString(folder.resolve(ACTIVE + name), UTF_8).strip();
      return bundle.matches(BUNDLE) ? existing(folder.resolve(bundle)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Keeps what is active under a name. */
  void keepActive(String name, Path bundle) throws IOException {
    Files.writeString(folder.resolve(ACTIVE + name), bundle.getFileName() + "\n", UTF_8);
  }
}
