package io.garam.app.explain;

import io.garam.evaluation.NumberFormats;
import io.garam.nlu.Intent;
import org.jspecify.annotations.Nullable;

/**
 * The intent that an event was given, beside the one that it gets now.
 *
 * @param topic of the event
 * @param partition of the event
 * @param offset of the event
 * @param then null where the event has none
 * @param same whether the label is the same; null where there was none
 * @param reason why the label may be another one; null where it is the same or there was none
 */
record ThenAndNow(
    String topic,
    int partition,
    long offset,
    @Nullable Intent then,
    @Nullable Boolean same,
    @Nullable String reason) {

  static ThenAndNow of(HistoricEvent event, Intent now) {
    Intent then = event.then();
    boolean same = then != null && then.label().equals(now.label());
    return new ThenAndNow(
        event.position().partition().topic(),
        event.position().partition().partition(),
        event.position().offset(),
        then,
        then == null ? null : same,
        then == null || same ? null : reason(then, now));
  }

  private static String reason(Intent then, Intent now) {
    if (!then.model().digest().equals(now.model().digest())) {
      return "another model answered: " + then.model();
    }
    boolean unknown = then.label().equals(Intent.UNKNOWN) || now.label().equals(Intent.UNKNOWN);
    return unknown && Math.abs(then.confidence() - now.confidence()) < 1e-3
        ? "the same model, with another threshold"
        : "the same model, which remembered something else of the dialogue";
  }

  /** Returns it as a line. */
  String line() {
    String where = topic + "-" + partition + "@" + offset;
    if (then == null) {
      return where + " has no intent to compare with.\n";
    }
    String given =
        where
            + " was taken for "
            + then.label()
            + " ("
            + NumberFormats.confidence(then.confidence(), 3)
            + ") then: ";
    return given
        + (reason == null ? "the same label.\n" : "another label, since " + reason + ".\n");
  }
}
