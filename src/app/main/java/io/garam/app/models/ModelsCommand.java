package io.garam.app.models;

import picocli.CommandLine.Command;

/** Command {@code models}: the registry of models in Kafka. */
@Command(
    name = "models",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Keeps models in a Kafka topic, and says which of them taggers run.",
      "",
      "garam run --model topic:NAME runs what is active under a name. When another bundle becomes"
          + " active, each tagger fetches it, verifies it beside the one in use, and goes over to"
          + " it between two polls; one that does not verify is refused, and the one in use goes"
          + " on.",
      ""
    },
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Examples:",
      "  garam models push models/korean-intention --bootstrap-server localhost:9092 \\",
      "      --create-topics --activate",
      "  garam run --bootstrap-server localhost:9092 --model topic:korean-intention",
      "  garam models status --bootstrap-server localhost:9092"
    },
    subcommands = {
      PushCommand.class,
      ListCommand.class,
      ActivateCommand.class,
      RollbackCommand.class,
      StatusCommand.class,
      DiffCommand.class,
      PullCommand.class,
      RemoveCommand.class
    })
public final class ModelsCommand {}
