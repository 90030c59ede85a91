package io.garam.streams.replay;

import io.garam.nlu.GaramException;
import io.garam.streams.config.GaramConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Request for a replay, as the user made it.
 *
 * @param id what tells it from other replays of these brokers
 * @param topic whose records are tagged again; nothing is written to it
 * @param from where it begins, see {@link io.garam.streams.replay.range.Position#parse}; null for
 *     what the topic begins with
 * @param to where it ends; null for what the topic ends with when the replay begins
 * @param models the folders of the models, one pass each: the first, and the one it is compared
 *     with, if any
 * @param outputTopic where the first model's answers are kept; null for nowhere
 * @param alsoRead further topics, which must be there when the replay ends
 * @param settings of the brokers, the clients and the tagger, see {@link
 *     io.garam.streams.config.GaramConfig}
 */
public record ReplayRequest(
    String id,
    String topic,
    @Nullable String from,
    @Nullable String to,
    List<Path> models,
    @Nullable String outputTopic,
    List<String> alsoRead,
    Map<String, String> settings) {

  /** Returns the threshold as it was asked for, null for the model's own. */
  @Nullable String threshold() {
    String given = settings.getOrDefault(GaramConfig.THRESHOLD, "");
    return given.isBlank() ? null : given;
  }

  /**
   * @throws GaramException if the id cannot be part of a topic's name or is that of another
   *     replay's second pass, or the output would go to the source
   */
  public ReplayRequest {
    models = List.copyOf(models);
    alsoRead = List.copyOf(alsoRead);
    settings = Map.copyOf(settings);
    ReplayId.requirePossible(id);
    if (topic.equals(outputTopic)) {
      throw new GaramException(
          "Expected an output topic other than the topic that is replayed, but both are "
              + topic
              + "; name another, or none.");
    }
  }
}
