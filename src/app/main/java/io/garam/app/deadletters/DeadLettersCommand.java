package io.garam.app.deadletters;

import io.garam.app.kafka.BrokerOptions;
import io.garam.app.progress.Progress;
import io.garam.app.usage.Ranges;
import io.garam.app.usage.UsageException;
import io.garam.nlu.text.Printable;
import io.garam.streams.client.OffsetRange;
import io.garam.streams.client.TopicReader;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.deadletters.DeadLetterTopic;
import io.garam.streams.deadletters.Letter;
import io.garam.streams.deadletters.ResendRequest;
import io.garam.streams.deadletters.ResendResult;
import io.garam.streams.deadletters.Resender;
import io.garam.streams.event.ReasonCode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what a tagger could not tag, and sends it again once the cause is gone. */
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
      "  garam dead-letters --bootstrap-server localhost:9092 --json | jq -r .value",
      "  garam dead-letters --bootstrap-server localhost:9092 --replay",
      "  garam dead-letters --bootstrap-server localhost:9092 --replay --to utterances-corrected"
    })
public final class DeadLettersCommand implements Callable<Integer> {

  private static final List<String> CODES =
      Arrays.stream(ReasonCode.values()).map(ReasonCode::code).toList();

  private static final List<String> ONLY_LISTING = List.of("--all", "--limit", "--json");
  private static final List<String> ONLY_REPLAYING = List.of("--to", "--allow-topic");

  @Mixin private BrokerOptions brokers = new BrokerOptions();

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      description = "Topic of the dead letters (default: utterances-dead-letters).")
  private @Nullable String topic;

  @Option(
      names = "--all",
      description = "List also the letters that an earlier --replay has handled.")
  private boolean all;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many letters are shown at most, 0 for all (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Option(
      names = "--json",
      description = "Print every letter as one JSON object a line, and no summary.")
  private boolean json;

  @Option(
      names = "--replay",
      description =
          "Send the events again to the input topic (garam.input.topic), where they came from.")
  private boolean replay;

  @Option(
      names = "--to",
      paramLabel = "TOPIC",
      description = "With --replay: send all of them to this topic.")
  private @Nullable String to;

  @Option(
      names = "--allow-topic",
      paramLabel = "TOPIC",
      description =
          "With --replay: send events also to this topic, if they came from it; may be repeated."
              + " Whoever can write to the dead-letter topic can write letters that name any topic,"
              + " so no others are written to or read.")
  private List<String> allowed = new ArrayList<>();

  @Option(
      names = "--reason",
      paramLabel = "CODE",
      description =
          "Only letters with this reason code, such as no-text; may be repeated. With --replay, the"
              + " others are kept for another one.")
  private List<String> reasons = new ArrayList<>();

  @Option(
      names = "--group",
      paramLabel = "GROUP",
      description =
          "Consumer group whose offsets say what has been sent again (default:"
              + " garam-dead-letters-TOPIC). Another group begins anew.")
  private @Nullable String group;

  @Spec private CommandSpec spec;

  /**
   * Prints letters to the standard output, what a replay did to the standard error stream.
   *
   * @return 1 if some events could not be sent again
   * @throws io.garam.nlu.GaramException if the topic is missing or the brokers do not answer
   */
  @Override
  public Integer call() {
    Ranges.whole("limit", limit, 20, 0, Integer.MAX_VALUE);
    GaramConfig config = brokers.config(Map.of());
    DeadLetterTopic letters = letters(config);
    checkFlags(letters.name());
    if (replay) {
      return replay(letters, config.inputTopic());
    }
    list(letters);
    return 0;
  }

  private DeadLetterTopic letters(GaramConfig config) {
    String name = topic == null ? config.deadLetterTopic() : topic;
    return new DeadLetterTopic(
        config.brokers(), name, group == null ? DeadLetterTopic.defaultGroup(name) : group);
  }

  private void checkFlags(String name) {
    for (String flag : replay ? ONLY_LISTING : ONLY_REPLAYING) {
      if (spec.commandLine().getParseResult().hasMatchedOption(flag)) {
        throw new UsageException(
            "Expected "
                + flag
                + (replay ? " without" : " together with")
                + " --replay, but found it"
                + (replay ? " with" : " without")
                + " it; see garam dead-letters --help.");
      }
    }
    if (name.equals(to) || allowed.contains(name)) {
      throw new UsageException(
          "Expected --to and --allow-topic to name topics that a tagger reads, but found "
              + name
              + ", the topic of the dead letters; name another.");
    }
    for (String reason : reasons) {
      if (!CODES.contains(reason)) {
        throw new UsageException(
            "Expected --reason to be one of "
                + String.join(", ", CODES)
                + ", but found "
                + reason
                + "; garam dead-letters lists what there is.");
      }
    }
  }

  private void list(DeadLetterTopic letters) {
    PrintWriter out = spec.commandLine().getOut();
    LetterListing listing = new LetterListing(limit);
    long count =
        json
            ? read(letters, letter -> out.println(LetterLine.of(letter)))
            : read(letters, listing::add);
    if (count == 0) {
      say(nothingIn(letters));
      return;
    }
    if (!json) {
      listing.print(out);
    }
    out.flush();
  }

  private long read(DeadLetterTopic letters, Consumer<Letter> action) {
    try (TopicReader reader = new TopicReader(letters.brokers())) {
      List<OffsetRange> whole = letters.all(reader);
      List<OffsetRange> ranges = all ? whole : letters.waiting(whole, false);
      long[] count = new long[1];
      long size = ranges.stream().mapToLong(OffsetRange::size).sum();
      try (Progress progress = Progress.of("Reading", size)) {
        reader.read(
            ranges,
            record -> {
              progress.advance(1);
              Letter letter = new Letter(record);
              if (isAskedFor(letter)) {
                action.accept(letter);
                count[0]++;
              }
            });
      }
      return count[0];
    }
  }

  private boolean isAskedFor(Letter letter) {
    return reasons.isEmpty() || letter.code().filter(reasons::contains).isPresent();
  }

  private int replay(DeadLetterTopic letters, String inputTopic) {
    Set<String> trusted = new HashSet<>(allowed);
    trusted.add(inputTopic);
    ResendRequest request = new ResendRequest(to, trusted, Set.copyOf(reasons));
    try (Resender sending = Resender.begin(letters, request)) {
      ResendResult resent;
      try (Progress progress = Progress.of("Sending again", sending.size())) {
        resent = sending.run(progress::advance);
      }
      if (resent.sentCount() + resent.keptCount() + resent.unsentCount() == 0) {
        say(nothingIn(letters));
        return 0;
      }
      say(ResendSummary.of(resent));
      return resent.unsentCount() == 0 ? 0 : 1;
    }
  }

  private String nothingIn(DeadLetterTopic letters) {
    return "No dead letters in "
        + letters.name()
        + (reasons.isEmpty() ? "" : " with the reason " + String.join(" or ", reasons))
        + (all ? "." : " that are not sent again yet; --all lists those that are.");
  }

  private void say(String line) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(Printable.escape(line));
    err.flush();
  }
}
