package io.garam.app.models;

import io.garam.streams.registry.Activation;
import io.garam.streams.registry.PushedBundle;
import io.garam.streams.registry.RegistryContent;
import io.garam.streams.registry.RegistryReader;
import io.garam.streams.registry.RegistryTopic;
import io.garam.streams.registry.RegistryWriter;
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
   */
  int change(String name, Function<RegistryContent, PushedBundle> choice) {
    RegistryTopic topic = RegistryTopic.of(options.config());
    RegistryContent content = RegistryReader.read(topic);
    PushedBundle bundle = choice.apply(content);
    String before = content.activation(name).map(Activation::digest).orElse(null);
    if (bundle.digest().equals(before)) {
      Activation active = content.activation(name).orElseThrow();
      print(active, before, "Active already: " + active.id());
      return 0;
    }
    try (RegistryWriter writer = RegistryWriter.open(topic)) {
      Activation active = writer.activate(content, bundle);
      print(
          active,
          before,
          "Activated " + active.id() + (before == null ? "" : ", in place of " + before));
    }
    return 0;
  }

  private void print(Activation active, @Nullable String before, String sentence) {
    options.print(
        spec, new Activated(active.name(), active.digest(), before, active.at()), sentence + "\n");
  }
}
