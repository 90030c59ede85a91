package io.garam.nlu.bundle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.garam.nlu.GaramException;
import java.io.IOException;
import java.util.Map;

/**
 * Files of a bundle that must be what was written, by the digests in its spec.
 *
 * @param digests by the names of the files
 */
record VerifiedFiles(BundleFolder folder, Map<String, FileDigest> digests) {

  /**
   * Reads a file.
   *
   * @param most bytes
   * @throws GaramException as {@link BundleFolder#read}, and if it is another file
   */
  byte[] read(String name, int most) throws IOException {
    byte[] content = folder.read(name, most);
    FileDigest found = FileDigest.of(content);
    FileDigest expected = digests.get(name);
    if (expected == null) {
      throw RefusedBundle.at(folder.file(name), "its digest in " + ModelBundle.SPEC, "none");
    }
    if (!found.equals(expected)) {
      throw differs(name, expected, found, content);
    }
    return content;
  }

  private GaramException differs(
      String name, FileDigest expected, FileDigest found, byte[] content) {
    String was =
        "Expected "
            + folder.file(name)
            + " to have "
            + expected
            + ", as recorded when the model was made, but found ";
    byte[] lines = new String(content, ISO_8859_1).replace("\r\n", "\n").getBytes(ISO_8859_1);
    return new GaramException(
        FileDigest.of(lines).equals(expected)
            ? was
                + "the same with other line ends; get it again without their conversion, such as"
                + " from a clone made with `git clone -c core.autocrlf=false`."
            : was + found + "; copy the model again or train it anew.");
  }
}
