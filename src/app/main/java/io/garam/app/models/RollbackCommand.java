package io.garam.app.models;

import io.garam.nlu.GaramException;
import io.garam.streams.registry.Activation;
import io.garam.streams.registry.Canary;
import io.garam.streams.registry.ModelName;
import io.garam.streams.registry.PushedBundle;
import io.garam.streams.registry.RegistryContent;
import io.garam.streams.registry.RegistryReader;
import io.garam.streams.registry.RegistryTopic;
import io.garam.streams.registry.RegistryWriter;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Command {@code models rollback}: makes active again what was active before. */
@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Takes back the canary of a name; where there is none, makes the model active again that was"
          + " active before.",
      "",
      "Called twice, it goes back to where it began: each is an activation like any other.",
      ""
    },
    footer = {"", "Example:", "  garam models rollback shop --bootstrap-server localhost:9092"})
final class RollbackCommand implements Callable<Integer> {

  @Parameters(paramLabel = "NAME", description = "Of which name.")
  private String model = "";

  @Mixin private RegistryOptions options = new RegistryOptions();

  @Spec private CommandSpec spec;

  /** What was taken back, for programs. */
  private record TakenBack(String name, @Nullable String digest, String canary) {}

  /**
   * Goes back to the latest that is there.
   *
   * @throws GaramException if nothing was active before, or that is not there any more
   */
  @Override
  public Integer call() {
    String name = RegistryOptions.name(model).name();
    RegistryTopic topic = RegistryTopic.of(options.config());
    RegistryContent content = RegistryReader.read(topic);
    Canary canary = content.rollout(name).canary();
    if (canary == null) {
      return new ActiveModel(options, spec).change(name, now -> before(now, name));
    }
    try (RegistryWriter writer = RegistryWriter.open(topic)) {
      writer.takeBack(
          content,
          name,
          canary,
          canary.hasEnded(Instant.now())
              ? "It had ended by itself at " + canary.until() + "."
              : "It was taken back by hand.");
    }
    ModelName taken = new ModelName(name, canary.digest());
    String active = content.activation(name).map(Activation::digest).orElse(null);
    options.print(
        spec,
        new TakenBack(name, active, canary.digest()),
        "Took back the canary " + taken + "; " + active + " answers all keys\n");
    return 0;
  }

  private static PushedBundle before(RegistryContent content, String name) {
    return content.activation(name).stream()
        .flatMap(
            active ->
                active.earlier().stream()
                    .map(Activation.Earlier::digest)
                    .filter(digest -> !digest.equals(active.digest())))
        .flatMap(digest -> content.bundle(name, digest).stream())
        .findFirst()
        .orElseThrow(
            () ->
                new GaramException(
                    "Expected a model that was active under the name "
                        + name
                        + " before and is in the registry still, but there is none; garam models"
                        + " activate makes another one active."));
  }
}
