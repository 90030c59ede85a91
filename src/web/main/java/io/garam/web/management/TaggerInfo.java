package io.garam.web.management;

import io.garam.nlu.GaramVersion;
import io.garam.nlu.Intent.ModelReference;
import io.garam.streams.config.GaramConfig;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What {@code /info} says of a tagger; secrets are not among it.
 *
 * @param started when, as an ISO-8601 instant
 * @param model null until it is loaded
 */
record TaggerInfo(
    String version,
    String started,
    String applicationId,
    Topics topics,
    @Nullable ModelReference model) {

  /** The topics that are read and written. */
  record Topics(String input, String output, String deadLetters) {}

  static TaggerInfo of(GaramConfig config, @Nullable ModelReference model, Instant started) {
    return new TaggerInfo(
        GaramVersion.current(),
        started.toString(),
        config.applicationId(),
        new Topics(config.inputTopic(), config.outputTopic(), config.deadLetterTopic()),
        model);
  }
}
