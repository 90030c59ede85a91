package io.garam.app.skip;

import io.garam.app.options.BrokerOptions;
import io.garam.app.output.Notes;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.event.SourcePosition;
import io.garam.streams.settings.TaggerSettings;
import io.garam.streams.skip.OffsetSkip;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Command {@code skip}: moves a tagger's committed offset behind an event that stops it, as the
 * operator's last resort.
 */
@Command(
    name = "skip",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Lets a stopped tagger go on behind one event that it cannot read.",
      "",
      "No event should need this: what cannot be tagged becomes a dead letter by itself. It is for"
          + " one that is larger than the heap, or damaged on the brokers' disks. The sentence with"
          + " which the tagger ended names topic, partition and offset. The event stays in its"
          + " topic; only the tagger's offset moves, and only where it moves behind this event and"
          + " no other.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  garam skip --bootstrap-server localhost:9092 --topic utterances \\",
      "      --partition 3 --offset 1234 --dry-run"
    })
public final class SkipCommand implements Callable<Integer> {

  @Mixin private BrokerOptions brokers = new BrokerOptions();

  @Option(
      names = "--application-id",
      paramLabel = "ID",
      description = "Name that all instances of the tagger share (default: garam).")
  private @Nullable String applicationId;

  @Mixin private SourceOptions source = new SourceOptions();

  @Option(names = "--dry-run", description = "Check all and say what would be done, no more.")
  private boolean dryRun;

  @Spec private CommandSpec spec;

  /**
   * Says on the standard error stream what was done.
   *
   * @throws io.garam.nlu.GaramException if the event is not the next that the tagger would read, an
   *     instance is at work, or the brokers do not answer
   */
  @Override
  public Integer call() {
    source.check();
    GaramConfig config =
        brokers.config(
            applicationId == null
                ? Map.of()
                : Map.of(StreamsConfig.APPLICATION_ID_CONFIG, applicationId));
    SourcePosition event = source.position(config);
    OffsetSkip skip =
        new OffsetSkip(new TaggerSettings(config).brokers(), config.applicationId(), event);
    String next =
        config.applicationId()
            + (dryRun ? " would read" : " reads")
            + " offset "
            + (event.offset() + 1)
            + " next.";
    if (dryRun) {
      skip.check();
      Notes.of(spec).say("Would go on behind " + event + ": " + next + " Nothing was changed.");
    } else {
      skip.run();
      Notes.of(spec).say("Skipped " + event + ": " + next + " The event stays in its topic.");
    }
    return 0;
  }
}
