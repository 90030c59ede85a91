package io.garam.training.packaging;

import ai.onnxruntime.OrtEnvironment;
import io.garam.nlu.GaramVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.javacpp.Loader;

/** Software versions: the software that makes a model, for its provenance. */
public final class SoftwareVersions {

  private SoftwareVersions() {}

  /** Returns the version of each part, by name. */
  public static Map<String, String> current() {
    Map<String, String> versions = new TreeMap<>();
    versions.put("garam", GaramVersion.current());
    versions.put("libtorch", libtorch());
    versions.put("onnxruntime", OrtEnvironment.getEnvironment().getVersion());
    versions.put("java", System.getProperty("java.version"));
    versions.put("platform", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    return versions;
  }

  private static String libtorch() {
    try {
      return Loader.getVersion("org.bytedeco", "pytorch");
    } catch (IOException e) {
      throw new UncheckedIOException("the libtorch archive does not tell its version", e);
    }
  }
}
