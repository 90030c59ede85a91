package io.garam.app.models;

import io.garam.nlu.GaramException;
import io.garam.streams.registry.Activation;
import io.garam.streams.registry.PushedBundle;
import io.garam.streams.registry.RegistryContent;
import java.util.concurrent.Callable;
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
      "Makes the model active again that was active under a name before.",
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

  /**
   * Goes back to the latest that is there.
   *
   * @throws GaramException if nothing was active before, or that is not there any more
   */
  @Override
  public Integer call() {
    String name = RegistryOptions.name(model).name();
    return new ActiveModel(options, spec).change(name, content -> before(content, name));
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
