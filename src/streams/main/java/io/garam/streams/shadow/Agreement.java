package io.garam.streams.shadow;

import java.util.Map;

/**
 * Agreement of a shadow with the answers of another model, as counted until now.
 *
 * @param compared events of which there are both answers
 * @param agreed those of them of which both answers have the same label
 * @param skipped events that were not compared: the shadow had fallen behind, or had not seen their
 *     dialogue from its beginning
 * @param failed events on which the shadow failed
 * @param byLabel what was compared and agreed, by the label of the other model's answer
 */
public record Agreement(
    long compared, long agreed, long skipped, long failed, Map<String, OfLabel> byLabel) {

  public Agreement {
    byLabel = Map.copyOf(byLabel);
  }

  /** What was compared and agreed where the other model answered with one label. */
  public record OfLabel(long compared, long agreed) {

    static final OfLabel NONE = new OfLabel(0, 0);
  }

  /** Returns what was counted of a label. */
  public OfLabel of(String label) {
    return byLabel.getOrDefault(label, OfLabel.NONE);
  }
}
