package io.garam.nlu.signature;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.garam.nlu.GaramException;
import io.garam.nlu.io.FileFault;
import io.garam.nlu.text.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** File of one key in the textual encoding of RFC 7468 (PEM), as OpenSSL writes it. */
record PemFile(Path file) {

  static final String PUBLIC = "PUBLIC KEY";
  static final String PRIVATE = "PRIVATE KEY";

  /** Some five hundred times what an Ed25519 key takes. */
  private static final int MOST_BYTES = 64 << 10;

  private static final String BEGIN = "-----BEGIN ";

  private static final Pattern ONE =
      Pattern.compile(BEGIN + "([A-Z0-9 ]{1,40})-----([A-Za-z0-9+/=\\s]*)-----END \\1-----\\s*");

  /**
   * Reads the key.
   *
   * @param label what it must be, {@link #PUBLIC} or {@link #PRIVATE}
   * @return its DER encoding
   * @throws GaramException if there is no such file, or something else in it
   */
  byte[] read(String label) {
    String content = content(label);
    // Text before the key is allowed, after section 2 of RFC 7468.
    Matcher found = ONE.matcher(content.substring(Math.max(0, content.indexOf(BEGIN))));
    if (!found.matches()) {
      throw refused(label, "it does not hold one key between BEGIN and END");
    }
    if (!found.group(1).equals(label)) {
      String held = Printable.beginning(found.group(1), 40);
      throw refused(
          label,
          held.startsWith("ENCRYPTED")
              ? "it holds " + held + ", which `openssl pkey -in KEY.pem -out PLAIN.pem` decrypts"
              : "it holds " + held);
    }
    try {
      return Base64.getMimeDecoder().decode(found.group(2));
    } catch (IllegalArgumentException e) {
      throw refused(label, "its Base64 is damaged");
    }
  }

  private String content(String label) {
    if (!Files.isRegularFile(file)) {
      throw refused(label, Files.exists(file) ? "it is no regular file" : "there is no such file");
    }
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] content = stream.readNBytes(MOST_BYTES + 1);
      if (content.length > MOST_BYTES) {
        throw refused(label, "it is larger than " + MOST_BYTES + " bytes");
      }
      return new String(content, US_ASCII);
    } catch (IOException e) {
      throw refused(label, FileFault.of(e));
    }
  }

  /** Returns the error of a file that does not hold the key. */
  GaramException refused(String label, String found) {
    String command =
        label.equals(PUBLIC)
            ? "`openssl pkey -in KEY.pem -pubout`"
            : "`openssl genpkey -algorithm ed25519`";
    return new GaramException(
        "Expected an Ed25519 key ("
            + label
            + " in PEM) in "
            + file
            + ", but "
            + found
            + "; name a file that "
            + command
            + " or `garam sign --new-key` wrote.");
  }

  /** Returns the text of a file with a key. */
  static String text(String label, byte[] der) {
    return BEGIN
        + label
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END "
        + label
        + "-----\n";
  }
}
