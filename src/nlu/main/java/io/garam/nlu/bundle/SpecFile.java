package io.garam.nlu.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.garam.nlu.GaramException;
import io.garam.nlu.io.FileFault;
import io.garam.nlu.io.Json;
import io.garam.nlu.signature.TrustedKeys;
import io.garam.nlu.text.Printable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The spec as a file: its JSON and, since format 4, the model's own digest. This one covers what
 * the digests of the other files do not (views, labels, temperature, exponent, threshold), so that
 * none of it is changed unseen.
 */
final class SpecFile {

  private static final String DIGEST = "digest";
  private static final int FIRST_FORMAT = 3;
  private static final int FIRST_FORMAT_WITH_DIGEST = 4;
  private static final int FIRST_FORMAT_WITH_CASCADE = 5;
  private static final String CASCADE = "cascade";
  private static final String CHARACTERS = "characters";
  private static final String STRIDE = "stride";
  static final int MOST_BYTES = 4 << 20;
  private static final int LONGEST_REASON = 300;

  private SpecFile() {}

  /**
   * Reads and checks a spec, its signature before anything else.
   *
   * @param keys one of which must have signed it, where there are any
   * @throws GaramException if it is missing, unreadable, of another format, out of its bounds or
   *     not what was written or signed
   */
  static ModelSpec read(BundleFolder folder, TrustedKeys keys) {
    try {
      byte[] content = folder.read(ModelBundle.SPEC, MOST_BYTES);
      BundleSignature.verify(folder, content, keys);
      JsonNode json = Json.MAPPER.readTree(content);
      if (!(json instanceof ObjectNode object)) {
        throw unreadable(folder, "it is no JSON object", null);
      }
      JsonNode written = object.path("format");
      int format = written.isInt() ? written.intValue() : 0;
      if (format < FIRST_FORMAT || format > ModelSpec.FORMAT) {
        throw new GaramException(
            "Expected a model bundle of format "
                + FIRST_FORMAT
                + " to "
                + ModelSpec.FORMAT
                + " in "
                + folder.folder()
                + ", but found format "
                + Printable.beginning(written.toString(), LONGEST_REASON)
                + "; train it again with this release of Garam (`garam train`).");
      }
      JsonNode digest = object.remove(DIGEST);
      if (format < FIRST_FORMAT_WITH_CASCADE && !object.has(CASCADE)) {
        object.putNull(CASCADE);
      }
      addStride(object);
      ModelSpec spec = StrictJson.MAPPER.treeToValue(object, ModelSpec.class);
      SpecBounds.check(folder.file(ModelBundle.SPEC), spec);
      if (format >= FIRST_FORMAT_WITH_DIGEST) {
        verify(folder, spec, digest == null ? "" : digest.asText());
      }
      return spec;
    } catch (JsonProcessingException e) {
      throw unreadable(folder, "it is not readable (" + SpecFault.of(e) + ")", e);
    } catch (IOException e) {
      throw unreadable(folder, "it is not readable (" + FileFault.of(e) + ")", e);
    }
  }

  /** Adds the stride to a spec that leaves it out. */
  static void addStride(ObjectNode spec) {
    if (spec.path(CHARACTERS) instanceof ObjectNode characters && !characters.has(STRIDE)) {
      characters.put(STRIDE, 1);
    }
  }

  /** Returns the content of the file. */
  static byte[] write(ModelSpec spec) throws JsonProcessingException {
    ObjectNode json = Json.MAPPER.valueToTree(spec);
    json.put(DIGEST, spec.reference().digest());
    return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
  }

  private static void verify(BundleFolder folder, ModelSpec spec, String recorded) {
    String found = spec.reference().digest();
    if (!found.equals(recorded)) {
      throw new GaramException(
          "Expected the settings in "
              + folder.file(ModelBundle.SPEC)
              + " to have the digest "
              + Printable.beginning(recorded, found.length())
              + ", as when the model was made, but found "
              + found
              + "; copy the model again, or train it anew with the settings that it shall have.");
    }
  }

  private static GaramException unreadable(
      BundleFolder folder, String found, @Nullable Exception cause) {
    return new GaramException(
        "Expected the model's spec in "
            + folder.file(ModelBundle.SPEC)
            + ", but "
            + found
            + "; name a folder that `garam train` wrote to its end.",
        cause);
  }
}
