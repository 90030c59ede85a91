package io.garam.training.corpus.reader;

import io.garam.nlu.GaramException;
import io.garam.nlu.io.FileFault;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A corpus's bytes, from a file, a pipe or the standard input, decompressed where they are gzip.
 * They are read once and never held.
 */
final class CorpusBytes extends FilterInputStream {

  private static final int HEAD = 1_024;

  private final String name;
  private final DigestInputStream raw;

  private CorpusBytes(String name, DigestInputStream raw, InputStream content) {
    super(content);
    this.name = name;
    this.raw = raw;
  }

  /**
   * Opens a corpus.
   *
   * @throws GaramException if there is none, it cannot be read, or it is of a kind that holds no
   *     rows
   */
  static CorpusBytes open(Path file) {
    String name = CorpusReader.name(file);
    try {
      DigestInputStream raw = new DigestInputStream(stream(file), sha256());
      InputStream content = new Whole(raw);
      if (FileKind.of(head(content)) == FileKind.GZIP) {
        content = new BufferedInputStream(new GZIPInputStream(content));
      }
      FileKind.requireText(name, head(content));
      return new CorpusBytes(name, raw, content);
    } catch (IOException e) {
      throw failed(name, e);
    }
  }

  private static InputStream stream(Path file) throws IOException {
    if (CorpusReader.isStandardInput(file)) {
      return new FilterInputStream(System.in) {
        @Override
        public void close() {} // It is not ours.
      };
    }
    if (!Files.exists(file)) {
      throw new GaramException(
          "Expected a corpus in the file "
              + file
              + ", but there is no such file; check the path and the current folder.");
    }
    if (Files.isDirectory(file)) {
      throw new GaramException(
          "Expected a corpus in the file " + file + ", but that is a folder; name a file in it.");
    }
    return new FileInputStream(file.toFile());
  }

  private static byte[] head(InputStream content) throws IOException {
    content.mark(HEAD);
    byte[] head = content.readNBytes(HEAD);
    content.reset();
    return head;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    try {
      return super.read(target, offset, length);
    } catch (IOException e) {
      throw failed(name, e);
    }
  }

  /** Reads what is left, and returns the SHA-256 of all bytes as they lie in the file. */
  String sha256OfAll() throws IOException {
    transferTo(OutputStream.nullOutputStream());
    raw.transferTo(OutputStream.nullOutputStream());
    return HexFormat.of().formatHex(raw.getMessageDigest().digest());
  }

  private static GaramException failed(String name, IOException e) {
    if (e instanceof EOFException) {
      return new GaramException(
          "Expected a whole gzip file in the corpus "
              + name
              + ", but it ends in the middle; fetch it or compress it again.",
          e);
    }
    if (e instanceof ZipException) {
      return new GaramException(
          "Expected a sound gzip file in the corpus "
              + name
              + ", but it is damaged ("
              + e.getMessage()
              + "); fetch it or compress it again.",
          e);
    }
    return new GaramException(
        "Expected to read the corpus "
            + name
            + ", but that failed ("
            + FileFault.of(e)
            + "); check that you may read it.",
        e);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * Says that nothing is available at the end alone. A pipe says so between two writes too, where
   * {@link GZIPInputStream} would take it for the end of several files compressed one by one.
   */
  private static final class Whole extends BufferedInputStream {

    Whole(InputStream in) {
      super(in, 1 << 16);
    }

    @Override
    public synchronized int available() throws IOException {
      if (pos < count) {
        return count - pos;
      }
      mark(1);
      int next = read();
      reset();
      return next < 0 ? 0 : Math.max(1, count - pos);
    }
  }
}
