package io.garam.nlu.onnx;

import ai.onnxruntime.OrtEnvironment;

/** ONNX Runtime, whose native library is unpacked into the temporary folder and loaded. */
public final class OnnxRuntime {

  private OnnxRuntime() {}

  /**
   * Loads the native library, where that has not been done yet, and returns its version.
   *
   * @throws LinkageError if there is none for this machine, or it cannot be unpacked
   */
  public static String version() {
    return OrtEnvironment.getEnvironment().getVersion();
  }
}
