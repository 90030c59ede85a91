package io.garam.app.replay.outcome;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts of a replay: what became of its records. The components are fields of {@code --json}.
 *
 * @param offsets that were gone through
 * @param answers utterances that were tagged
 * @param passedOn records without an utterance, such as tombstones, passed on as they are
 * @param deadLetters records that could not be tagged
 * @param reasons why not, the most frequent first
 * @param labelled utterances with a label that people gave
 * @param labelsUnknownToModel those of them that the model does not know, each an error
 * @param firstTime of the oldest utterance, ISO 8601; null where there is none
 * @param lastTime of the newest utterance
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReplayCounts(
    long offsets,
    int answers,
    int passedOn,
    int deadLetters,
    List<Reason> reasons,
    int labelled,
    Map<String, Integer> labelsUnknownToModel,
    @Nullable String firstTime,
    @Nullable String lastTime) {

  /**
   * Why records could not be tagged.
   *
   * @param code of the reason
   * @param reason in one sentence, that of one of the records
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Reason(@Nullable String code, String reason, long count) {}

  /** Returns how many offsets had no record: compacted, deleted, or marks of transactions. */
  public long gaps() {
    return offsets - answers - passedOn - deadLetters;
  }
}
