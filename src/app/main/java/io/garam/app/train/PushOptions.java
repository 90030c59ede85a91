package io.garam.app.train;

import io.garam.app.options.BrokerOptions;
import io.garam.app.usage.UsageException;
import io.garam.nlu.GaramException;
import io.garam.nlu.bundle.ModelBundle;
import io.garam.streams.config.RegistryKeys;
import io.garam.streams.registry.ModelName;
import io.garam.streams.registry.PushedBundle;
import io.garam.streams.registry.RegistryTopic;
import io.garam.streams.registry.RegistryWriter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Flags of a training whose model goes into the registry once it is written. */
final class PushOptions {

  @Option(
      names = "--push",
      paramLabel = "NAME",
      description =
          "Push the model into the registry under this name once it is written, as garam models push"
              + " does; the next flags say where. Taggers run it once it is activated.")
  private @Nullable String push;

  @Option(
      names = "--registry-topic",
      paramLabel = "TOPIC",
      description = "Topic of the registry (default: garam-models).")
  private @Nullable String topic;

  @Mixin private BrokerOptions brokers = new BrokerOptions();

  /**
   * Checks, before any work, that there is a registry to push to.
   *
   * @throws UsageException if the name is none, or nothing names the brokers
   * @throws GaramException if there is no such registry, or the brokers do not answer
   */
  void check() {
    if (push == null) {
      if (topic != null) {
        throw new UsageException("--registry-topic goes with --push NAME, the model to push.");
      }
      return;
    }
    if (name().digest() != null) {
      throw new UsageException(
          "--push expects a name without a digest, which the model has only once it is trained, but"
              + " found "
              + push
              + ".");
    }
    RegistryWriter.open(registry()).close();
  }

  private ModelName name() {
    return UsageException.unless(() -> ModelName.parse(String.valueOf(push)));
  }

  private RegistryTopic registry() {
    Map<String, String> own = new HashMap<>();
    if (topic != null) {
      own.put(RegistryKeys.TOPIC, topic);
    }
    return RegistryTopic.of(brokers.config(own));
  }

  /**
   * Pushes a model where that is wanted.
   *
   * @return its name and digest, null where it is not
   * @throws GaramException if that fails, with the command that does it again
   */
  @Nullable String push(ModelBundle bundle) {
    if (push == null) {
      return null;
    }
    try (RegistryWriter writer = RegistryWriter.open(registry())) {
      PushedBundle pushed = writer.push(bundle, name().name(), chunks -> {});
      return pushed.id().toString();
    } catch (GaramException e) {
      throw new GaramException(
          e.getMessage()
              + " The model is in "
              + bundle.folder()
              + "; garam models push "
              + bundle.folder()
              + " --name "
              + push
              + " pushes it.",
          e);
    }
  }
}
