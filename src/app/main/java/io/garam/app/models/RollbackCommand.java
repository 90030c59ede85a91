package io.garam.app.models;

import io.garam.nlu.GaramException;
import io.garam.streams.registry.Activation;
import io.garam.streams.registry.ModelName;
import io.garam.streams.registry.PushedBundle;
import io.garam.streams.registry.RegistryContent;
import io.garam.streams.registry.RegistryModels;
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
   * Goes back.
   *
   * @throws GaramException if nothing was active before, or that is not there any more
   */
  @Override
  public Integer call() {
    String name = RegistryOptions.name(model).name();
    return new ActiveModel(options, spec).change(name, content -> before(content, name));
  }

  private static PushedBundle before(RegistryContent content, String name) {
    String digest =
        content
            .activation(name)
            .flatMap(active -> active.earlier().stream().findFirst())
            .map(Activation.Earlier::digest)
            .orElseThrow(
                () ->
                    new GaramException(
                        "Expected a model that was active under the name "
                            + name
                            + " before, but none was active; garam models activate makes another one"
                            + " active."));
    return RegistryModels.bundle(content, new ModelName(name, digest));
  }
}
