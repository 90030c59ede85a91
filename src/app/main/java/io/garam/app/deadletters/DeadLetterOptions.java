package io.garam.app.deadletters;

import io.garam.app.options.BrokerOptions;
import io.garam.app.usage.UsageException;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.deadletters.DeadLetterTopic;
import io.garam.streams.deadletters.ResendRequest;
import io.garam.streams.settings.TaggerSettings;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** The flags of {@code garam dead-letters}: which letters, and what becomes of them. */
final class DeadLetterOptions {

  @Mixin private BrokerOptions brokers = new BrokerOptions();

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      description = "Topic of the dead letters (default: utterances-dead-letters).")
  private @Nullable String topic;

  @Mixin ListingOptions listing = new ListingOptions();

  @Mixin ResendOptions resend = new ResendOptions();

  @Mixin ReasonOptions reasons = new ReasonOptions();

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
    listing.check();
    GaramConfig config = brokers.config(Map.of());
    checkPairs(parsed);
    resend.check(topic(config));
    reasons.check();
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

  /** Returns what is to be sent again, and where it may go. */
  ResendRequest resendRequest(GaramConfig config) {
    return resend.request(config.inputTopic(), reasons.codes());
  }

  /** Returns what to say where no letter is asked for. */
  String nothingIn(DeadLetterTopic letters) {
    String codes = String.join(" or ", reasons.codes());
    return "No dead letters in "
        + letters.name()
        + (codes.isEmpty() ? "" : " with the reason " + codes)
        + (listing.all ? "." : " that are not sent again yet; --all lists those that are.");
  }

  private String topic(GaramConfig config) {
    return topic == null ? config.deadLetterTopic() : topic;
  }

  private void checkPairs(ParseResult parsed) {
    boolean replay = resend.replay;
    for (String flag : replay ? ListingOptions.FLAGS : ResendOptions.FLAGS) {
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
}
