package io.garam.streams.registry;

import io.garam.nlu.GaramException;
import io.garam.nlu.bundle.ModelBundle;
import io.garam.nlu.io.FileFault;
import io.garam.nlu.onnx.OnnxClassifier;
import io.garam.nlu.signature.TrustedKeys;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.log.LogNames;
import java.io.IOException;
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
    Path tried = null;
    try (RegistryReader registry = RegistryReader.open(RegistryTopic.of(config))) {
      PushedBundle bundle = bundle(registry.content(), name);
      tried = fetch(registry, bundle);
      load(tried, bundle.digest()).close();
      if (name.digest() == null) {
        keepActive(name.name(), tried);
      }
      return tried;
    } catch (RuntimeException e) {
      Path last =
          (name.digest() == null ? cache.lastActive(name.name()) : cache.folder(name.digest()))
              .orElse(null);
      if (last == null || last.equals(tried)) {
        throw e;
      }
      log.warn(
          "The tagger starts with the model in {}, which this machine had last as {}. {}",
          last,
          name,
          e.getMessage());
      return last;
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
   * Returns the folder of a bundle, fetched where this machine does not have it whole.
   *
   * @throws GaramException if it is not whole in the registry, the brokers do not answer, or the
   *     folder cannot be written
   */
  public Path fetch(RegistryReader registry, PushedBundle bundle) {
    return cache
        .folder(bundle)
        .filter(folder -> isWhole(folder, bundle.digest()))
        .orElseGet(() -> cache.fetch(registry, bundle));
  }

  private static boolean isWhole(Path folder, String digest) {
    try {
      return ModelBundle.read(folder).spec().reference().digest().equals(digest);
    } catch (GaramException e) {
      return false;
    }
  }

  /** Loads an earlier model by its digest, whichever name it has; nothing where it is gone. */
  public Optional<OnnxClassifier> find(String digest) {
    Optional<Path> here = cache.folder(digest).filter(folder -> isWhole(folder, digest));
    if (here.isPresent()) {
      return Optional.of(load(here.get(), digest));
    }
    try (RegistryReader registry = RegistryReader.open(RegistryTopic.of(config))) {
      return registry.content().bundles().stream()
          .filter(bundle -> bundle.digest().equals(digest))
          .findFirst()
          .map(bundle -> load(fetch(registry, bundle), digest));
    }
  }

  /** Keeps what is active, for a start without the registry. */
  public void keepActive(String name, Path bundle) {
    try {
      cache.keepActive(name, bundle);
    } catch (IOException e) {
      log.warn(
          "It cannot be kept in {} that {} is active ({}), so a start without the registry would"
              + " take another model; make room and rights there.",
          cache.folder(),
          bundle.getFileName(),
          FileFault.of(e));
    }
  }

  /**
   * Loads a bundle.
   *
   * @return the model, which is the caller's to close
   * @throws GaramException if it is not what its digest says, signed by no trusted key, or does not
   *     answer as it did when it was made
   */
  public OnnxClassifier load(Path folder, String digest) {
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
