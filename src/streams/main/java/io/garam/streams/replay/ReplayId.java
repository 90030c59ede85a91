package io.garam.streams.replay;

import io.garam.nlu.GaramException;
import java.util.regex.Pattern;

/** Id of a replay, which tells it from others: a part of the names of its groups and topics. */
final class ReplayId {

  /** What the names of the second pass have behind the id; no id ends in it. */
  static final String SECOND_PASS = "-against";

  private static final Pattern FORM = Pattern.compile("[\\w.-]{1,180}");

  private ReplayId() {}

  /** Says whether a replay may have an id. */
  static boolean isPossible(String id) {
    return FORM.matcher(id).matches() && !id.endsWith(SECOND_PASS);
  }

  /**
   * @throws GaramException if an id cannot be part of a topic's name, or is that of another
   *     replay's second pass
   */
  static void requirePossible(String id) {
    if (!FORM.matcher(id).matches()) {
      throw new GaramException(
          "Expected an id of at most 180 letters, digits, dots, dashes and underscores, but found \""
              + id
              + "\"; name the replay otherwise with --id.");
    }
    if (id.endsWith(SECOND_PASS)) {
      throw new GaramException(
          "Expected an id that does not end in \""
              + SECOND_PASS
              + "\", which the second pass of another replay has, but found \""
              + id
              + "\"; name the replay otherwise with --id.");
    }
  }
}
