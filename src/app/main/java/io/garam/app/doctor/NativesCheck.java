package io.garam.app.doctor;

import io.garam.nlu.onnx.OnnxRuntime;
import io.garam.streams.doctor.Check;
import io.garam.streams.doctor.Finding;
import java.util.List;

/** Check whether ONNX Runtime's native library loads. */
record NativesCheck() implements Check {

  static final String NAME = "natives";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> needs() {
    return List.of();
  }

  @Override
  public Finding run() {
    try {
      return Finding.ok("ONNX Runtime " + OnnxRuntime.version());
    } catch (LinkageError e) {
      return Finding.fault(
          "Expected ONNX Runtime to load on "
              + System.getProperty("os.name")
              + " "
              + System.getProperty("os.arch")
              + ", but it does not ("
              + e.getMessage()
              + "); it has natives for Linux, macOS and Windows, unpacks them into java.io.tmpdir,"
              + " which must be executable, and needs glibc on Linux.");
    }
  }
}
