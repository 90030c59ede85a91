package io.garam.training.checkpoint;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.garam.nlu.GaramException;
import io.garam.nlu.Json;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
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
import java.util.zip.CheckedOutputStream;

/**
 * A file that holds the state of a training between two epochs: {@link #MAGIC}, entries in the
 * order of their {@link CheckpointVisitor}, the first of which says what it is of, and at the end
 * the CRC-32 of all that. It is written to the disk and then replaced in one move, so that an
 * interruption while it is being written, of the process or of the machine, leaves the one before.
 *
 * @param file where it is, or is going to be
 * @param training all that the training depends on, by name: a checkpoint of another is refused
 */
public record Checkpoint(Path file, Map<String, String> training) {

  /** How the names of files end that hold a checkpoint, or are going to. */
  private static final List<String> ENDINGS = List.of(".checkpoint", ".checkpoint.unfinished");

  private static final String MAGIC = "garam checkpoint\n";

  /** Until format 2, a checkpoint was an archive of libtorch's, which is a ZIP file. */
  private static final String MAGIC_OF_ARCHIVES = "PK\003\004";

  private static final String TRAINING = "training";

  /** Is counted up when a checkpoint of before can no longer be gone on from. */
  private static final String FORMAT = "3";

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
  public void write(Consumer<CheckpointVisitor> state) {
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      writeAll(state, unfinished);
      DurableFile.replace(file, unfinished);
    } catch (IOException | RuntimeException e) {
      throw new GaramException(
          "Expected to write the checkpoint "
              + file
              + ", but that failed ("
              + e.getMessage()
              + "); free some space there, or choose another folder. With --resume the same command"
              + " goes on from the checkpoint before it, if there was one.",
          e);
    }
  }

  private void writeAll(Consumer<CheckpointVisitor> state, Path unfinished) throws IOException {
    CRC32 checksum = new CRC32();
    try (DataOutputStream out =
        new DataOutputStream(
            new CheckedOutputStream(
                new BufferedOutputStream(Files.newOutputStream(unfinished)), checksum))) {
      out.write(MAGIC.getBytes(US_ASCII));
      CheckpointVisitor exchange = new CheckpointWriter(out, "");
      exchange.text(TRAINING, asText(training));
      state.accept(exchange);
      out.writeLong(checksum.getValue());
    }
  }

  /**
   * Reads the state, if there is one.
   *
   * @param state what names all of it; its values are replaced
   * @return whether there was one
   * @throws GaramException if the file is damaged or belongs to another training
   */
  public boolean read(Consumer<CheckpointVisitor> state) {
    if (!Files.exists(file)) {
      return false;
    }
    try {
      if (!Files.isRegularFile(file)) {
        throw new IOException("no regular file");
      }
      requireWhole();
      try (DataInputStream in =
          new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
        in.skipNBytes(MAGIC.length());
        CheckpointVisitor exchange = new CheckpointReader(in, "");
        requireSame(asMap(exchange.text(TRAINING, "")));
        state.accept(exchange);
        if (in.readNBytes(Long.BYTES + 1).length != Long.BYTES) {
          throw new IOException("there is more than a checkpoint has");
        }
      }
      return true;
    } catch (GaramException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new GaramException(
          "Expected a checkpoint in "
              + file
              + ", but it cannot be read; delete it, or begin anew with --force in place of --resume.",
          e);
    }
  }

  private void requireWhole() throws IOException {
    CRC32 checksum = new CRC32();
    try (DataInputStream in =
        new DataInputStream(
            new CheckedInputStream(
                new BufferedInputStream(Files.newInputStream(file)), checksum))) {
      String magic = new String(in.readNBytes(MAGIC.length()), US_ASCII);
      if (magic.startsWith(MAGIC_OF_ARCHIVES)) {
        throw new GaramException(
            "Expected the checkpoint "
                + file
                + " to be of this version of Garam, but it is of an older one; go on with that"
                + " version, or begin anew with --force in place of --resume.");
      }
      if (!magic.equals(MAGIC)) {
        throw new IOException("it does not begin as a checkpoint does");
      }
      in.skipNBytes(Files.size(file) - MAGIC.length() - Long.BYTES);
      long found = checksum.getValue();
      if (in.readLong() != found) {
        throw new IOException("its checksum is not that of its content");
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
              + "; repeat the command that was interrupted, or begin anew with --force in place of --resume.");
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
