package io.garam.app.deadletters;

import io.garam.app.options.BrokerOptions;
import io.garam.app.options.Ranges;
import io.garam.app.usage.UsageException;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.deadletters.DeadLetterTopic;
import io.garam.streams.deadletters.Letter;
import io.garam.streams.deadletters.ResendRequest;
import io.garam.streams.event.ReasonCode;
import io.garam.streams.settings.TaggerSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** The flags of {@code garam dead-letters}: which letters, and what becomes of them. */
final class DeadLetterOptions {

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
  boolean all;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many letters are shown at most, 0 for all (default: ${DEFAULT-VALUE}).")
  int limit;

  @Option(
      names = "--json",
      description = "Print every letter as one JSON object a line, and no summary.")
  boolean json;

  @Option(
      names = "--replay",
      description =
          "Send the events again to the input topic (garam.input.topic), where they came from.")
  boolean replay;

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

  /**
   * Returns the configuration.
   *
   * @throws UsageException if a flag has a value that cannot be, or does not go with another
   */
  GaramConfig config(ParseResult parsed) {
    Ranges.whole("limit", limit, 20, 0, Integer.MAX_VALUE);
    GaramConfig config = brokers.config(Map.of());
    checkPairs(parsed);
    checkTopics(topic(config));
    checkReasons();
    return config;
  }

  /** Returns the letters that are meant. */
  DeadLetterTopic letters(GaramConfig config) {
    String name = topic(config);
    return new DeadLetterTopic(
        new TaggerSettings(config).brokers(),
        name,
        group == null ? DeadLetterTopic.defaultGroup(name) : group);
  }

  /** Says whether a letter is among those that are asked for. */
  boolean includes(Letter letter) {
    return reasons.isEmpty() || letter.code().filter(reasons::contains).isPresent();
  }

  /** Returns what is to be sent again, and where it may go. */
  ResendRequest resendRequest(GaramConfig config) {
    Set<String> trusted = new HashSet<>(allowed);
    trusted.add(config.inputTopic());
    return new ResendRequest(to, trusted, Set.copyOf(reasons));
  }

  /** Returns what to say where no letter is asked for. */
  String nothingIn(DeadLetterTopic letters) {
    return "No dead letters in "
        + letters.name()
        + (reasons.isEmpty() ? "" : " with the reason " + String.join(" or ", reasons))
        + (all ? "." : " that are not sent again yet; --all lists those that are.");
  }

  private String topic(GaramConfig config) {
    return topic == null ? config.deadLetterTopic() : topic;
  }

  private void checkPairs(ParseResult parsed) {
    for (String flag : replay ? ONLY_LISTING : ONLY_REPLAYING) {
      if (parsed.hasMatchedOption(flag)) {
        throw new UsageException(
            "Expected "
                + flag
                + (replay ? " without" : " together with")
                + " --replay, but found it"
                + (replay ? " with" : " without")
                + " it; see garam dead-letters --help.");
      }
    }
  }

  private void checkTopics(String name) {
    if (name.equals(to) || allowed.contains(name)) {
      throw new UsageException(
          "Expected --to and --allow-topic to name topics that a tagger reads, but found "
              + name
              + ", the topic of the dead letters; name another.");
    }
  }

  private void checkReasons() {
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
}
