package io.garam.training.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.garam.nlu.GaramException;
import io.garam.nlu.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.InputArchive;
import org.bytedeco.pytorch.OutputArchive;

/**
 * A file that holds the state of a training between two epochs, in libtorch's archive format. It is
 * written to the disk and then replaced in one move, so that an interruption while it is being
 * written, of the process or of the machine, leaves the one before.
 *
 * @param file where it is, or is going to be
 * @param training all that the training depends on, by name: a checkpoint of another is refused
 */
public record Checkpoint(Path file, Map<String, String> training) {

  /** How the names of files end that hold a checkpoint, or are going to. */
  private static final List<String> ENDINGS = List.of(".checkpoint", ".checkpoint.unfinished");

  private static final String TRAINING = "training";

  /** Is counted up when a checkpoint of before can no longer be gone on from. */
  private static final String FORMAT = "2";

  public Checkpoint {
    training = new TreeMap<>(training);
    training.put("checkpoint format", FORMAT);
    training = Collections.unmodifiableMap(training);
  }

  /**
   * Returns the checkpoint of a network.
   *
   * @param folder of the training's checkpoints
   * @param network its name among those of one training
   */
  public static Checkpoint in(Path folder, String network, Map<String, String> training) {
    return new Checkpoint(folder.resolve(network + ENDINGS.get(0)), training);
  }

  /** Says whether a file is a checkpoint, or one that was not finished, by its name. */
  public static boolean isOne(Path file) {
    return Files.isRegularFile(file)
        && ENDINGS.stream().anyMatch(ending -> String.valueOf(file.getFileName()).endsWith(ending));
  }

  /**
   * Writes the state.
   *
   * @param state what names all of it
   * @throws GaramException if the file cannot be written
   */
  @SuppressWarnings("try") // The scope is there to free the archive.
  public void write(Consumer<Exchange> state) {
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    try (PointerScope scope = new PointerScope()) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      OutputArchive archive = new OutputArchive();
      Exchange exchange = new Writing(archive, "");
      exchange.text(TRAINING, asText(training));
      state.accept(exchange);
      ArchiveFile.write(archive, unfinished);
      DurableFile.replace(file, unfinished);
    } catch (IOException | RuntimeException e) {
      throw new GaramException(
          "Expected to write the checkpoint "
              + file
              + ", but that failed ("
              + e.getMessage()
              + "); choose another folder or free some space.",
          e);
    }
  }

  /**
   * Reads the state, if there is one.
   *
   * @param state what names all of it; its values are replaced
   * @return whether there was one
   * @throws GaramException if the file is damaged or belongs to another training
   */
  @SuppressWarnings("try") // The scope is there to free the archive.
  public boolean read(Consumer<Exchange> state) {
    if (!Files.exists(file)) {
      return false;
    }
    try (PointerScope scope = new PointerScope()) {
      requireWhole();
      InputArchive archive = new InputArchive();
      archive.load_from(file.toString());
      Exchange exchange = new Reading(archive, "");
      requireSame(asMap(exchange.text(TRAINING, "")));
      state.accept(exchange);
      return true;
    } catch (GaramException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new GaramException(
          "Expected a checkpoint in "
              + file
              + ", but it cannot be read; delete it, or train without --resume.",
          e);
    }
  }

  /** The archive is a ZIP file with a checksum for every part, at which libtorch does not look. */
  private void requireWhole() throws IOException {
    try (ZipFile archive = new ZipFile(file.toFile())) {
      for (ZipEntry part : Collections.list(archive.entries())) {
        CheckedInputStream content =
            new CheckedInputStream(archive.getInputStream(part), new CRC32());
        content.transferTo(OutputStream.nullOutputStream());
        if (content.getChecksum().getValue() != part.getCrc()) {
          throw new ZipException("the checksum of " + part + " is not that of its content");
        }
      }
    }
  }

  private void requireSame(Map<String, String> found) {
    Set<String> differing = new TreeSet<>(training.keySet());
    differing.addAll(found.keySet());
    differing.removeIf(name -> Objects.equals(training.get(name), found.get(name)));
    if (!differing.isEmpty()) {
      String difference =
          differing.stream()
              .map(name -> name + " " + of(found, name) + " and not " + of(training, name))
              .collect(Collectors.joining(", "));
      throw new GaramException(
          "Expected the checkpoint "
              + file
              + " to be of this training, but it was made with "
              + difference
              + "; repeat the command that was interrupted, or train without --resume.");
    }
  }

  private static String of(Map<String, String> training, String name) {
    return training.getOrDefault(name, "none");
  }

  private static String asText(Map<String, String> map) {
    try {
      return Json.MAPPER.writeValueAsString(map);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of texts always has a JSON form", e);
    }
  }

  private static Map<String, String> asMap(String text) {
    try {
      return Json.MAPPER.readValue(text, new TypeReference<Map<String, String>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the checkpoint does not say what it is of", e);
    }
  }
}
