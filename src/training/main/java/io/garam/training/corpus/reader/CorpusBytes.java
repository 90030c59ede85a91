package io.garam.training.corpus.reader;

import io.garam.nlu.GaramException;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

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
  static CorpusBytes open(CorpusSource source) {
    String name = source.name();
    try {
      DigestInputStream raw = new DigestInputStream(source.open(), sha256());
      InputStream content = new AvailableToTheEnd(raw);
      if (FileKind.of(head(content)) == FileKind.GZIP) {
        content = new BufferedInputStream(new GZIPInputStream(content));
      }
      FileKind.requireText(name, head(content));
      return new CorpusBytes(name, raw, content);
    } catch (IOException e) {
      throw UnreadableCorpus.error(name, e);
    }
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
      throw UnreadableCorpus.error(name, e);
    }
  }

  /** Reads what is left, and returns the SHA-256 of all bytes as they lie in the file. */
  String sha256OfAll() throws IOException {
    transferTo(OutputStream.nullOutputStream());
    raw.transferTo(OutputStream.nullOutputStream());
    return HexFormat.of().formatHex(raw.getMessageDigest().digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
