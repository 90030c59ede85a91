package io.garam.app.reset;

import io.garam.app.options.BrokerOptions;
import io.garam.app.options.ResultOptions;
import io.garam.app.output.Notes;
import io.garam.app.usage.UsageException;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.reset.ApplicationReset;
import io.garam.streams.reset.ResetPlan;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Command {@code reset}: forgets where an application id has come to, for a new first start. */
@Command(
    name = "reset",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Forgets where a stopped tagger has come to, so that its next start is a first one.",
      "",
      "Removes what is kept for an application id: its consumer group with the offsets that it has"
          + " committed, the topics that Kafka Streams has made for it, and its local state on this machine."
          + " Events, answers and dead letters stay.",
      "",
      "The next start tags all that the input topic holds once more, or with --from latest what"
          + " comes from then on.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  garam reset --bootstrap-server localhost:9092 --application-id garam --dry-run",
      "  garam reset --bootstrap-server localhost:9092 --application-id garam --force"
    })
public final class ResetCommand implements Callable<Integer> {

  @Mixin private BrokerOptions brokers = new BrokerOptions();

  @Option(
      names = "--application-id",
      paramLabel = "ID",
      description = "Name that all instances of the tagger share (default: garam).")
  private @Nullable String applicationId;

  @Option(
      names = "--dry-run",
      description = "Check all and say what would be removed, no more; to be looked at first.")
  private boolean dryRun;

  @Option(names = "--force", description = "Remove it. There is no way back.")
  private boolean force;

  @Mixin private ResultOptions result = new ResultOptions();

  @Spec private CommandSpec spec;

  /**
   * Prints to the standard output what is removed, or would be.
   *
   * @throws io.garam.nlu.GaramException if an instance is at work, a right is missing, or the
   *     brokers do not answer
   */
  @Override
  public Integer call() {
    if (dryRun == force) {
      throw new UsageException(
          "Expected --dry-run, to see what would be removed, or --force, to remove it, but found "
              + (force ? "both" : "neither")
              + "; begin with --dry-run.");
    }
    GaramConfig config =
        brokers.config(
            applicationId == null
                ? Map.of()
                : Map.of(StreamsConfig.APPLICATION_ID_CONFIG, applicationId));
    ApplicationReset reset = new ApplicationReset(config);
    ResetPlan plan = reset.plan();
    if (force) {
      reset.run(plan);
    }
    ResetOutcome outcome = new ResetOutcome(plan, force && !plan.isEmpty());
    result.print(spec, outcome, outcome.text(reset.addresses()));
    if (!plan.isEmpty()) {
      Notes.of(spec)
          .say(
              dryRun
                  ? "Nothing was changed; --force instead of --dry-run removes it."
                  : "The next start of "
                      + config.applicationId()
                      + " is a first one. Local state on other machines goes by the same command"
                      + " there.");
    }
    return 0;
  }
}
