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
 * Bundles of the registry that this machine has, each in a folder of its digest, and what was
 * active last, so that a tagger starts also where the registry cannot be read. Who loads a bundle
 * verifies it.
 *
 * @param folder of all
 */
public record BundleCache(Path folder) {

  private static final String ACTIVE = "active-";

  /** Returns that of an instance, in its folder of state. */
  public static BundleCache of(GaramConfig config) {
    return new BundleCache(Path.of(config.stateFolder()).resolve("garam-models"));
  }

  /** Returns the folder of a bundle, if it is here. */
  public Optional<Path> folder(String digest) {
    Path bundle = folder.resolve(digest);
    return Files.isRegularFile(bundle.resolve(ModelBundle.SPEC))
        ? Optional.of(bundle)
        : Optional.empty();
  }

  /**
   * Returns the folder of a bundle, which is fetched where it is not here.
   *
   * @throws GaramException if it is not whole in the registry, the brokers do not answer, or the
   *     folder cannot be written
   */
  public Path fetch(RegistryReader registry, PushedBundle bundle) {
    return folder(bundle.digest())
        .orElseGet(
            () -> {
              Chunks chunks = new Chunks(bundle);
              registry.read(bundle, chunks);
              return write(bundle, chunks.files());
            });
  }

  /** Another instance may fetch the same at the same time: whichever is first counts. */
  private Path write(PushedBundle bundle, Map<String, List<byte[]>> files) {
    Path target = folder.resolve(bundle.digest());
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

  /** Deletes a bundle that is not what it ought to be, so that it is fetched again. */
  public void discard(String digest) {
    try {
      Path bundle = folder.resolve(digest);
      if (Files.exists(bundle)) {
        delete(bundle);
      }
    } catch (IOException e) {
      throw new GaramException(
          "Expected to delete " + folder.resolve(digest) + ", but failed: " + FileFault.of(e) + ".",
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

  /** Returns the digest of what was active last under a name. */
  public Optional<String> lastActive(String name) {
    try {
      return Optional.of(Files.readString(folder.resolve(ACTIVE + name), UTF_8).strip())
          .filter(digest -> folder(digest).isPresent());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Keeps what is active under a name. */
  public void keepActive(String name, String digest) {
    try {
      Files.writeString(folder.resolve(ACTIVE + name), digest + "\n", UTF_8);
    } catch (IOException e) {
      throw new GaramException(
          "Expected to keep in "
              + folder
              + " which model is active, but failed: "
              + FileFault.of(e)
              + "; make room and rights there, or set state.dir to another folder.",
          e);
    }
  }
}
