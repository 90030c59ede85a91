package io.garam.app.deadletters;

import io.garam.app.output.Notes;
import io.garam.app.output.Progress;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.deadletters.DeadLetterTopic;
import io.garam.streams.deadletters.ResendRequest;
import io.garam.streams.deadletters.ResendResult;
import io.garam.streams.deadletters.Resender;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Command {@code dead-letters}: shows what a tagger could not tag, and sends it again once the
 * cause is gone.
 */
@Command(
    name = "dead-letters",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Lists the events that could not be tagged and why, and sends them again.",
      "",
      "First comes how many there are for each reason, then the newest: where the event came from,"
          + " its time, its key, the reason, and how its value begins.",
      "",
      "Once the cause is gone (a pointer corrected, a limit raised, another model), --replay sends"
          + " the events again, each exactly once, whatever is interrupted and however often it is"
          + " called. It ends at what is there when it begins; an event that fails again is a new"
          + " dead letter.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  garam dead-letters --bootstrap-server localhost:9092",
      "  garam dead-letters --bootstrap-server localhost:9092 --json | jq .value",
      "  garam dead-letters --bootstrap-server localhost:9092 --replay",
      "  garam dead-letters --bootstrap-server localhost:9092 --replay \\",
      "      --to utterances-corrected"
    })
public final class DeadLettersCommand implements Callable<Integer> {

  @Mixin private DeadLetterOptions options = new DeadLetterOptions();

  @Spec private CommandSpec spec;

  /**
   * Prints letters to the standard output, what a replay did to the standard error stream.
   *
   * @return 1 if some events could not be sent again
   * @throws io.garam.nlu.GaramException if the topic is missing or the brokers do not answer
   */
  @Override
  public Integer call() {
    GaramConfig config = options.config(spec.commandLine().getParseResult());
    DeadLetterTopic letters = options.letters(config);
    if (options.resend.replay) {
      return replay(letters, options.resendRequest(config));
    }
    list(letters);
    return 0;
  }

  private void list(DeadLetterTopic letters) {
    PrintWriter out = spec.commandLine().getOut();
    LetterReader reader = new LetterReader(letters, options);
    LetterListing listing = new LetterListing(options.listing.limit);
    boolean json = options.listing.json;
    long count = reader.read(json ? letter -> out.println(LetterLine.of(letter)) : listing::add);
    if (count == 0) {
      Notes.of(spec).say(options.nothingIn(letters));
      return;
    }
    if (!json) {
      listing.print(out);
    }
    out.flush();
  }

  private int replay(DeadLetterTopic letters, ResendRequest request) {
    try (Resender sending = Resender.begin(letters, request)) {
      ResendResult resent;
      try (Progress progress = Progress.of("Sending again", sending.size())) {
        resent = sending.run(progress::advance);
      }
      if (resent.sentCount() + resent.keptCount() + resent.unsentCount() == 0) {
        Notes.of(spec).say(options.nothingIn(letters));
        return 0;
      }
      Notes.of(spec).say(ResendSummary.of(resent));
      return resent.unsentCount() == 0 ? 0 : 1;
    }
  }
}
