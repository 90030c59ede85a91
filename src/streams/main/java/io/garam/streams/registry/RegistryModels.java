package io.garam.streams.registry;

import io.garam.nlu.GaramException;
import io.garam.nlu.bundle.ModelBundle;
import io.garam.nlu.onnx.OnnxClassifier;
import io.garam.nlu.signature.TrustedKeys;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.log.LogNames;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Models of the registry, fetched and verified. */
public final class RegistryModels {

  private static final Logger log = LoggerFactory.getLogger(LogNames.MODELS);

  private final GaramConfig config;
  private final BundleCache cache;

  public RegistryModels(GaramConfig config) {
    this.config = config;
    this.cache = BundleCache.of(config);
  }

  /**
   * Returns the folder of the model that a configuration names: that itself or, of one in the
   * registry, where it was fetched to, verified. Where the registry cannot be read, or what is
   * active there cannot be used, it is what was active last, if this machine has it.
   *
   * @throws GaramException if there is none
   */
  public static Path folder(GaramConfig config) {
    return ModelName.inRegistry(config.getString(GaramConfig.MODEL))
        .map(name -> new RegistryModels(config).folder(name))
        .orElseGet(config::model);
  }

  private Path folder(ModelName name) {
    try (RegistryReader registry = RegistryReader.open(RegistryTopic.of(config))) {
      PushedBundle bundle = bundle(registry.content(), name);
      load(registry, bundle).close();
      if (name.digest() == null) {
        cache.keepActive(name.name(), bundle.digest());
      }
      return cache.folder(bundle.digest()).orElseThrow();
    } catch (GaramException e) {
      Optional<String> last =
          name.digest() == null ? cache.lastActive(name.name()) : Optional.of(name.digest());
      Path folder = last.flatMap(cache::folder).orElseThrow(() -> e);
      log.warn(
          "The tagger starts with {}@{}, which this machine had last. {}",
          name.name(),
          last.get(),
          e.getMessage());
      return folder;
    }
  }

  /**
   * Returns the bundle of a name.
   *
   * @throws GaramException if nothing is active under it, or the bundle is not there
   */
  public static PushedBundle bundle(RegistryContent content, ModelName name) {
    String digest = name.digest();
    if (digest == null) {
      digest =
          content
              .activation(name.name())
              .orElseThrow(
                  () ->
                      new GaramException(
                          "Expected an active model under the name "
                              + name
                              + " in the registry, but found none; garam models activate makes one"
                              + " that, garam models list shows what there is."))
              .digest();
    }
    ModelName whole = new ModelName(name.name(), digest);
    return content
        .bundle(name.name(), digest)
        .orElseThrow(
            () ->
                new GaramException(
                    "Expected the model "
                        + whole
                        + " in the registry, but it is not there; push it, or activate another."));
  }

  /**
   * Loads a bundle, fetched where this machine does not have it.
   *
   * @return the model, which is the caller's to close
   * @throws GaramException if it is not whole, not what its digest says, signed by no trusted key,
   *     or does not answer as it did when it was made
   */
  public OnnxClassifier load(RegistryReader registry, PushedBundle bundle) {
    boolean here = cache.folder(bundle.digest()).isPresent();
    try {
      return verified(cache.fetch(registry, bundle), bundle.digest());
    } catch (GaramException e) {
      cache.discard(bundle.digest());
      if (!here) {
        throw e;
      }
    }
    // What this machine had was damaged.
    return verified(cache.fetch(registry, bundle), bundle.digest());
  }

  /** Loads an earlier model by its digest, whichever name it has; nothing where it is gone. */
  public Optional<OnnxClassifier> find(String digest) {
    Optional<Path> here = cache.folder(digest);
    if (here.isPresent()) {
      return Optional.of(verified(here.get(), digest));
    }
    try (RegistryReader registry = RegistryReader.open(RegistryTopic.of(config))) {
      return registry.content().bundles().stream()
          .filter(bundle -> bundle.digest().equals(digest))
          .findFirst()
          .map(bundle -> load(registry, bundle));
    }
  }

  /** Keeps what is active, for a start without the registry. */
  public void keepActive(String name, String digest) {
    cache.keepActive(name, digest);
  }

  private OnnxClassifier verified(Path folder, String digest) {
    ModelBundle bundle = ModelBundle.read(folder, TrustedKeys.read(config.trustedKeys()));
    String found = bundle.spec().reference().digest();
    if (!found.equals(digest)) {
      throw new GaramException(
          "Expected the model "
              + digest
              + " in "
              + folder
              + ", but found the model "
              + found
              + "; push it again.");
    }
    return OnnxClassifier.load(bundle, config.thresholds());
  }
}
