package io.garam.training.checkpoint;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.garam.nlu.GaramException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * The bytes of a checkpoint: {@link #MAGIC}, entries in the order of their {@link
 * CheckpointVisitor}, and the CRC-32 of all that.
 *
 * @param file that holds them
 */
record CheckpointContent(Path file) {

  private static final String MAGIC = "garam checkpoint\n";

  /** Until format 2, a checkpoint was an archive of libtorch's, which is a ZIP file. */
  private static final String MAGIC_OF_ARCHIVES = "PK\003\004";

  void write(Consumer<CheckpointVisitor> entries) throws IOException {
    CRC32 checksum = new CRC32();
    try (DataOutputStream out =
        new DataOutputStream(
            new CheckedOutputStream(
                new BufferedOutputStream(Files.newOutputStream(file)), checksum))) {
      out.write(MAGIC.getBytes(US_ASCII));
      entries.accept(new CheckpointWriter(out, ""));
      out.writeLong(checksum.getValue());
    }
  }

  /**
   * Reads the entries, after the whole file has been found sound.
   *
   * @throws GaramException if it is of an older version of Garam
   * @throws IOException if it is damaged or cannot be read
   */
  void read(Consumer<CheckpointVisitor> entries) throws IOException {
    requireWhole();
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      in.skipNBytes(MAGIC.length());
      entries.accept(new CheckpointReader(in, ""));
      if (in.readNBytes(Long.BYTES + 1).length != Long.BYTES) {
        throw new IOException("there is more than a checkpoint has");
      }
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
}
