package io.garam.streams.start;

import io.garam.nlu.bundle.ModelBundle;
import io.garam.nlu.bundle.ModelSpec;
import io.garam.nlu.onnx.OnnxClassifier;
import io.garam.nlu.signature.TrustedKeys;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.registry.RegistryModels;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** Loading of a model beside questions to the brokers: neither needs the other. */
final class ModelLoading {

  private ModelLoading() {}

  /**
   * Reads and verifies what the model's folder holds, fetched from the registry if it is there, and
   * loads the model in a thread of its own while the questions are asked.
   *
   * @param questions asked with what the model says of itself
   * @return the model, which is the caller's to close
   * @throws io.garam.nlu.GaramException if the model cannot be used, whatever else is wrong, or a
   *     question has no good answer
   */
  static OnnxClassifier beside(Consumer<ModelSpec> questions, GaramConfig config) {
    ModelBundle bundle =
        ModelBundle.read(RegistryModels.folder(config), TrustedKeys.read(config.trustedKeys()));
    CompletableFuture<OnnxClassifier> loading =
        CompletableFuture.supplyAsync(
            () -> OnnxClassifier.load(bundle, config.thresholds()), ModelLoading::inNewThread);
    try {
      questions.accept(bundle.spec());
    } catch (RuntimeException e) {
      loaded(loading).close();
      throw e;
    }
    return loaded(loading);
  }

  private static void inNewThread(Runnable work) {
    new Thread(work, "garam-model-loading").start();
  }

  private static OnnxClassifier loaded(CompletableFuture<OnnxClassifier> loading) {
    try {
      return loading.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw e;
    }
  }
}
