package io.garam.training.corpus.reader;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.garam.nlu.GaramException;
import io.garam.nlu.text.Utf16;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What a file that is no UTF-8 text looks like by its first bytes. */
enum FileKind {
  GZIP("1f8b", "a gzip file in a gzip file", "decompress it once with gunzip"),
  ZIP(
      "504b0304",
      "a ZIP archive or a spreadsheet",
      "unpack it, or save the sheet as \"CSV UTF-8\""),
  OLD_SPREADSHEET("d0cf11e0", "an old spreadsheet", "save the sheet as \"CSV UTF-8\""),
  ZSTANDARD("28b52ffd", "a Zstandard file", "decompress it with zstd -d"),
  BZIP2("425a68", "a bzip2 file", "decompress it with bunzip2"),
  XZ("fd377a585a00", "an xz file", "decompress it with unxz"),
  PARQUET("50415231", "a Parquet file", "export it as CSV or JSON Lines"),
  AVRO("4f626a01", "an Avro file", "export it as JSON Lines"),
  PDF("25504446", "a PDF", "export what it shows as CSV or JSON Lines");

  private static final int TAR_MAGIC = 257;
  private static final String OR_SAVE_IT = ", or save it as \"CSV UTF-8\"";

  private final String magic;
  private final String name;
  private final String remedy;

  /**
   * @param magic the first bytes in hexadecimal digits
   */
  FileKind(String magic, String name, String remedy) {
    this.magic = magic;
    this.name = name;
    this.remedy = remedy;
  }

  /** Returns the kind that first bytes tell, null where they could be text. */
  static @Nullable FileKind of(byte[] head) {
    return Arrays.stream(values()).filter(kind -> kind.begins(head)).findFirst().orElse(null);
  }

  private boolean begins(byte[] head) {
    int length = Math.min(head.length, magic.length() / 2);
    return HexFormat.of().formatHex(head, 0, length).equals(magic);
  }

  /**
   * Makes sure that first bytes could be UTF-8 text.
   *
   * @throws GaramException if not; the message says what they look like
   */
  static void requireText(String corpus, byte[] head) {
    FileKind kind = of(head);
    if (kind != null) {
      throw refused(corpus, kind.name, kind.remedy);
    }
    String utf16 = Utf16.nameOf(head, head.length, 0);
    if (utf16 != null) {
      throw refused(corpus, "UTF-16", Utf16.remedy(utf16) + OR_SAVE_IT);
    }
    if (hasZero(head)) {
      boolean tar = new String(head, ISO_8859_1).startsWith("ustar", TAR_MAGIC);
      throw refused(
          corpus,
          tar ? "a tar archive" : "a binary file, with a zero byte near its beginning",
          tar ? "unpack it with tar -x" : "name a text file, or export the data as CSV");
    }
  }

  private static GaramException refused(String corpus, String found, String remedy) {
    return new GaramException(
        "Expected UTF-8 in the corpus "
            + corpus
            + ", but it looks like "
            + found
            + "; "
            + remedy
            + ".");
  }

  private static boolean hasZero(byte[] head) {
    for (byte one : head) {
      if (one == 0) {
        return true;
      }
    }
    return false;
  }
}
