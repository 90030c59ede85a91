package io.garam.app.models;

import io.garam.nlu.GaramException;
import io.garam.streams.registry.ModelName;
import io.garam.streams.registry.PushedBundle;
import io.garam.streams.registry.RegistryContent;
import io.garam.streams.registry.RegistryModels;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Command {@code models activate}: says which bundle taggers of a name run. */
@Command(
    name = "activate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Makes a model of the registry the active one of its name.",
      "",
      "Taggers that run --model topic:NAME go over to it between two polls, without a restart.",
      "With --canary it answers a share of the keys first; models activate without it lets it answer"
          + " all, models rollback takes it back. With --require that is decided by what it does.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  garam models activate shop --bootstrap-server localhost:9092",
      "  garam models activate shop@0123456789abcdef --bootstrap-server localhost:9092",
      "  garam models activate shop --canary 10% --require 'agreement>=0.9, unknown<=20%'"
          + " --for 30m",
      "      --bootstrap-server localhost:9092"
    })
final class ActivateCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "NAME[@DIGEST]",
      description = "Which one; without a digest the one of that name that was pushed last.")
  private String model = "";

  @Mixin private CanaryOptions canary = new CanaryOptions();

  @Mixin private RegistryOptions options = new RegistryOptions();

  @Spec private CommandSpec spec;

  /**
   * Activates it.
   *
   * @throws GaramException if it is not there, or the brokers do not answer or refuse
   */
  @Override
  public Integer call() {
    canary.check();
    ModelName name = RegistryOptions.name(model);
    Function<RegistryContent, PushedBundle> choice =
        content ->
            name.digest() == null
                ? pushedLast(content, name.name())
                : RegistryModels.bundle(content, name);
    return canary.isGiven()
        ? new CanaryModel(options, spec, canary).run(choice)
        : new ActiveModel(options, spec).change(name.name(), choice);
  }

  private static PushedBundle pushedLast(RegistryContent content, String name) {
    return content.bundles().stream()
        .filter(bundle -> bundle.name().equals(name))
        .max(Comparator.comparing(PushedBundle::pushed))
        .orElseThrow(
            () ->
                new GaramException(
                    "Expected a model of the name "
                        + name
                        + " in the registry, but there is none; garam models push writes one, garam"
                        + " models list shows what there is."));
  }
}
