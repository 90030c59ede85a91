package io.garam.app.models;

import io.garam.app.usage.UsageException;
import io.garam.nlu.GaramException;
import io.garam.streams.registry.Canary;
import io.garam.streams.registry.ModelName;
import io.garam.streams.registry.PushedBundle;
import io.garam.streams.registry.RegistryContent;
import io.garam.streams.registry.RegistryModels;
import io.garam.streams.registry.RegistryReader;
import io.garam.streams.registry.RegistryTopic;
import io.garam.streams.registry.RegistryWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Command {@code models remove}: takes a bundle out of the registry. */
@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Takes a model out of the registry; not the one that is active.",
      "",
      "Dialogues that began with it begin anew, unless the tagger has it still.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  garam models remove shop@0123456789abcdef --bootstrap-server localhost:9092"
    })
final class RemoveCommand implements Callable<Integer> {

  @Parameters(paramLabel = "NAME@DIGEST", description = "Which one.")
  private String model = "";

  @Mixin private RegistryOptions options = new RegistryOptions();

  @Spec private CommandSpec spec;

  /** What was removed, for programs. */
  private record Removed(String name, String digest) {}

  /**
   * Removes it.
   *
   * @throws GaramException if it is active or not there, or the brokers do not answer or refuse
   */
  @Override
  public Integer call() {
    ModelName name = RegistryOptions.name(model);
    if (name.digest() == null) {
      throw new UsageException(
          "Expected NAME@DIGEST, but found "
              + model
              + " without a digest; garam models list shows"
              + " them.");
    }
    RegistryTopic topic = RegistryTopic.of(options.config());
    RegistryContent content = RegistryReader.read(topic);
    PushedBundle bundle = RegistryModels.bundle(content, name);
    if (content
        .activation(bundle.name())
        .filter(active -> active.digest().equals(bundle.digest()))
        .isPresent()) {
      throw new GaramException(
          "Expected a model that is not active, but "
              + name
              + " is; activate another one of its name first.");
    }
    Canary canary = content.rollout(bundle.name()).canary();
    if (canary != null && canary.digest().equals(bundle.digest())) {
      throw new GaramException(
          "Expected a model that answers nothing, but "
              + name
              + " is a canary; take it back by garam models rollback "
              + bundle.name()
              + " first.");
    }
    try (RegistryWriter writer = RegistryWriter.open(topic)) {
      writer.remove(content, bundle);
    }
    options.print(spec, new Removed(bundle.name(), bundle.digest()), "Removed " + name + "\n");
    return 0;
  }
}
