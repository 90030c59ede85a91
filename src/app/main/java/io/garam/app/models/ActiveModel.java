package io.garam.app.models;

import io.garam.nlu.GaramException;
import io.garam.streams.registry.Activation;
import io.garam.streams.registry.Canary;
import io.garam.streams.registry.PushedBundle;
import io.garam.streams.registry.RegistryContent;
import io.garam.streams.registry.RegistryReader;
import io.garam.streams.registry.RegistryTopic;
import io.garam.streams.registry.RegistryWriter;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** The model that is active under a name, and becomes another. */
record ActiveModel(RegistryOptions options, CommandSpec spec) {

  /**
   * What became active, for programs.
   *
   * @param before the digest of what was active until now, null where nothing was
   */
  private record Activated(String name, String digest, @Nullable String before, String at) {}

  /**
   * Makes another bundle active and says so.
   *
   * @param choice finds it in what the registry has
   * @return 0
   * @throws GaramException if somebody else activated another one at the same time
   */
  int change(String name, Function<RegistryContent, PushedBundle> choice) {
    RegistryTopic topic = RegistryTopic.of(options.config());
    RegistryContent content = RegistryReader.read(topic);
    PushedBundle bundle = choice.apply(content);
    String before = content.activation(name).map(Activation::digest).orElse(null);
    try (RegistryWriter writer = RegistryWriter.open(topic)) {
      Activation active = writer.activate(content, bundle, "It was activated for all keys.");
      requireActive(topic, active);
      print(active, before, sentence(active, before) + canary(content, active));
    }
    return 0;
  }

  private static String canary(RegistryContent content, Activation active) {
    Canary canary = content.rollout(active.name()).canary();
    return canary == null
            || canary.digest().equals(active.digest())
            || canary.hasEnded(Instant.now())
        ? ""
        : "; the canary " + canary.digest() + " is taken back";
  }

  private static String sentence(Activation active, @Nullable String before) {
    if (active.digest().equals(before)) {
      return "Activated " + active.id() + " once more";
    }
    return "Activated " + active.id() + (before == null ? "" : ", in place of " + before);
  }

  /** Somebody else may have activated another one at the same time. */
  private static void requireActive(RegistryTopic topic, Activation said) {
    Activation active = RegistryReader.read(topic).activation(said.name()).orElse(said);
    if (!active.equals(said)) {
      throw new GaramException(
          "Expected "
              + said.id()
              + " to be active now, but "
              + active.by()
              + " activated "
              + active.digest()
              + " at the same time; look at garam models status, and activate again what is"
              + " wanted.");
    }
  }

  private void print(Activation active, @Nullable String before, String sentence) {
    options.print(
        spec, new Activated(active.name(), active.digest(), before, active.at()), sentence + "\n");
  }
}
