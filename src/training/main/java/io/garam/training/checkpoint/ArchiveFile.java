package io.garam.training.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.ArchiveWriter;
import org.bytedeco.pytorch.OutputArchive;
import org.jspecify.annotations.Nullable;

/**
 * Writes libtorch's archives to files. Libtorch itself ends the process where it cannot write, as
 * on a full disk.
 */
final class ArchiveFile {

  private ArchiveFile() {}

  /**
   * Writes an archive in place of what is in the file.
   *
   * @throws IOException if that fails; what the file then holds is no archive
   */
  @SuppressWarnings("try") // Libtorch calls the writer, which frees itself.
  static void write(OutputArchive archive, Path file) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING);
        ChannelWriter writer = new ChannelWriter(channel)) {
      archive.save_to(writer);
      if (writer.failure != null) {
        throw writer.failure;
      }
    }
  }

  /** Takes all that libtorch hands over, and keeps the first failure for afterwards. */
  private static final class ChannelWriter extends ArchiveWriter {

    private final FileChannel channel;
    private @Nullable IOException failure;

    ChannelWriter(FileChannel channel) {
      this.channel = channel;
    }

    @Override
    public long call(Pointer bytes, long count) {
      if (failure == null) {
        try {
          ByteBuffer buffer = new BytePointer(bytes).limit(count).asByteBuffer();
          while (buffer.hasRemaining()) {
            channel.write(buffer);
          }
        } catch (IOException e) {
          failure = e;
        }
      }
      return count;
    }
  }
}
