package io.garam.training.network;

import io.garam.nlu.GaramException;
import java.io.File;
import java.io.IOException;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.presets.openblas_nolapack;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/** Loader of libtorch: gets its native libraries ready for use. */
public final class Libtorch {

  private Libtorch() {}

  /**
   * Loads libtorch, at the first call after unpacking it to JavaCPP's cache. A network computes on
   * one thread: its matrices are too small to share. Several networks may learn side by side.
   *
   * @throws GaramException if there is no libtorch for this machine on the class path
   */
  public static void load() {
    String platform = Loader.getPlatform();
    try {
      // Unpacking a library before any class needs it: done lazily, a first start crashes (SIGSEGV)
      // because dependent libraries are opened while others are still being unpacked.
      for (String library : new String[] {"openblas", "pytorch"}) {
        File[] unpacked = Loader.cacheResources("org/bytedeco/" + library + "/" + platform + "/");
        if (unpacked == null || unpacked.length == 0) {
          throw missing(platform, null);
        }
      }
      Loader.load(torch.class);
    } catch (UnsatisfiedLinkError | NoClassDefFoundError | IOException e) {
      throw missing(platform, e);
    }
    torch.set_num_threads(1);
    // Without gradients libtorch hands an LSTM to oneDNN, which on some processors (seen on an AMD
    // EPYC with AVX-512) computes other states than those learned with: enough to change answers.
    torch.globalContext().setUserEnabledMkldnn(false);
    // OpenBLAS has threads of its own, which wait by spinning: with matrices as small as ours they
    // made training fifty times slower on a machine that had other work to do.
    openblas_nolapack.blas_set_num_threads(1);
  }

  private static GaramException missing(String platform, @Nullable Throwable cause) {
    return new GaramException(
        "Expected libtorch for "
            + platform
            + ", but this installation has none that loads; train on linux-x86_64, macosx-arm64 or"
            + " windows-x86_64 and copy the model folder here, where tagging works without it.",
        cause);
  }
}
