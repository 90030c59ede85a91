package io.garam.app.replay;

import io.garam.app.deadletters.ReasonSummary;
import io.garam.app.replay.outcome.ReplayCounts;
import io.garam.streams.deadletters.Letter;
import io.garam.streams.replay.Replay;
import java.time.Instant;

/**
 * Counts what a replay came to: what was scored of its answers, beside its dead letters by their
 * reasons.
 *
 * @param perRecord is called for each record that is read
 */
record ReplayCounter(Replay replay, Runnable perRecord) {

  /** Reads the dead letters of the first pass, and returns all counts. */
  ReplayCounts with(Scoring scoring) {
    ReasonSummary reasons = new ReasonSummary();
    int[] letters = new int[1];
    replay.deadLetters(
        0,
        record -> {
          perRecord.run();
          reasons.add(new Letter(record));
          letters[0]++;
        });
    boolean any = scoring.answers() > 0;
    return new ReplayCounts(
        replay.plan().offsets(),
        scoring.answers(),
        scoring.passedOn(),
        letters[0],
        reasons.groups().stream()
            .map(group -> new ReplayCounts.Reason(group.code(), group.sentence(), group.count()))
            .toList(),
        scoring.gold().labelled(),
        scoring.gold().unseenLabels(),
        any ? Instant.ofEpochMilli(scoring.times().getMin()).toString() : null,
        any ? Instant.ofEpochMilli(scoring.times().getMax()).toString() : null);
  }
}
