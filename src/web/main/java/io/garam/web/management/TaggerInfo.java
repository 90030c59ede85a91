package io.garam.web.management;

import io.garam.nlu.GaramVersion;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.Thresholds;
import io.garam.streams.config.GaramConfig;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code /info} says of a tagger; secrets are not among it.
 *
 * @param started when, as an ISO-8601 instant
 * @param model null until it is loaded
 * @param threshold below which an answer is unknown, 0 for never; null until the model is loaded
 * @param thresholdByLabel the same of single labels
 */
record TaggerInfo(
    String version,
    String started,
    String applicationId,
    Topics topics,
    @Nullable ModelReference model,
    @Nullable Double threshold,
    Map<String, Double> thresholdByLabel) {

  /** The topics that are read and written. */
  record Topics(String input, String output, String deadLetters) {}

  static TaggerInfo of(
      GaramConfig config, @Nullable ModelReference model, Thresholds thresholds, Instant started) {
    return new TaggerInfo(
        GaramVersion.current(),
        started.toString(),
        config.applicationId(),
        new Topics(config.inputTopic(), config.outputTopic(), config.deadLetterTopic()),
        model,
        thresholds.general(),
        thresholds.byLabel());
  }
}
