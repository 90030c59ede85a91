package io.garam.streams.replay;

import io.garam.streams.memory.DialogueSettings;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The names of a replay's own groups and topics. All begin with {@value #PREFIX}, so that a replay
 * never touches what belongs to a live tagger, whatever it is called.
 *
 * @param id the replay's
 */
record ReplayNames(String id) {

  static final String PREFIX = "garam-replay-";
  private static final ReplayNames WITHOUT_ID = new ReplayNames("");

  /** Returns the application id, and so the consumer group, of a pass, which counts from 0. */
  String application(int pass) {
    return PREFIX + id + (pass == 0 ? "" : ReplayId.SECOND_PASS);
  }

  String plan() {
    return PREFIX + id + "-plan";
  }

  /**
   * Returns where a pass's answers go.
   *
   * @param outputTopic the user's own, for the first pass
   */
  String answers(int pass, @Nullable String outputTopic) {
    return pass == 0 && outputTopic != null ? outputTopic : application(pass) + "-answers";
  }

  String deadLetters(int pass) {
    return application(pass) + "-dead-letters";
  }

  /** Returns the groups of all passes that there may be. */
  List<String> groups() {
    return List.of(application(0), application(1));
  }

  /** Returns all topics that there may be, the plan last: without it nothing can be resumed. */
  List<String> topics() {
    return List.of(
        answers(0, null),
        answers(1, null),
        deadLetters(0),
        deadLetters(1),
        changelog(0),
        changelog(1),
        plan());
  }

  /** Returns the id of the replay to which a topic belongs, nothing if to none. */
  static Optional<String> idOfTopic(String topic) {
    return id(topic, WITHOUT_ID.topics());
  }

  /** Returns the id of the replay to which a group belongs, nothing if to none. */
  static Optional<String> idOfGroup(String group) {
    return id(group, WITHOUT_ID.groups());
  }

  private static Optional<String> id(String name, List<String> withoutId) {
    if (!name.startsWith(PREFIX)) {
      return Optional.empty();
    }
    String rest = name.substring(PREFIX.length());
    return withoutId.stream()
        .map(other -> other.substring(PREFIX.length()))
        .filter(rest::endsWith)
        .map(suffix -> rest.substring(0, rest.length() - suffix.length()))
        .filter(ReplayId::isPossible)
        .findFirst();
  }

  private String changelog(int pass) {
    return application(pass) + "-" + DialogueSettings.STORE + "-changelog";
  }
}
