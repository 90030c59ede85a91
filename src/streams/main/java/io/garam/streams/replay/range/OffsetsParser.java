package io.garam.streams.replay.range;

import io.garam.nlu.GaramException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parser of offsets by partition, such as {@code 0:100,1:250}. */
final class OffsetsParser {

  /** The form of offsets. */
  static final String FORM = "\\d+:\\d+(,\\d+:\\d+)*";

  /** The form of a partition's offset, such as {@code 0:100}. */
  private static final Pattern ONE = Pattern.compile("(\\d+):(\\d+)");

  private OffsetsParser() {}

  /**
   * Reads a text of that form.
   *
   * @throws GaramException if a number is too large, or a partition has two offsets
   */
  static Position.Offsets parse(String text) {
    Map<Integer, Long> offsets = new TreeMap<>();
    Matcher pairs = ONE.matcher(text);
    while (pairs.find()) {
      try {
        Long twice = offsets.put(Integer.valueOf(pairs.group(1)), Long.valueOf(pairs.group(2)));
        if (twice != null) {
          throw new GaramException(
              "Expected one offset for each partition, but found two for partition "
                  + pairs.group(1)
                  + "; leave one out.");
        }
      } catch (NumberFormatException e) {
        throw new GaramException(
            "Expected partition:offset, but the numbers of "
                + pairs.group()
                + " are too large; correct them.",
            e);
      }
    }
    return new Position.Offsets(offsets);
  }
}
