package io.garam.app.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonPointer;
import io.garam.evaluation.report.ComparedModels;
import io.garam.evaluation.report.ReportContent;
import io.garam.evaluation.report.html.HtmlReport;
import io.garam.evaluation.report.json.JsonReport;
import io.garam.evaluation.report.text.TextReport;
import io.garam.nlu.Thresholds;
import io.garam.nlu.bundle.ModelSpec;
import io.garam.nlu.io.Json;
import io.garam.streams.event.EventField;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Scored replay: all that is held at once of the answers that were scored.
 *
 * @param changes beside the other model, null where there is none
 * @param agreement with what was tagged live, null likewise
 * @param asked labels of other topics and of the other model
 */
record ScoredReplay(
    Scoring scoring,
    @Nullable Scoring other,
    @Nullable LabelComparison changes,
    @Nullable LabelComparison agreement,
    List<Object> asked) {

  private static final Map<EventField, JsonPointer> POINTERS =
      Map.of(
          EventField.TEXT,
          JsonPointer.compile("/text"),
          EventField.UTTERANCE,
          JsonPointer.compile("/utteranceId"),
          EventField.INTENT,
          JsonPointer.compile("/intent"));

  /** Scores answers by the gold labels of their events alone. */
  static ScoredReplay byGoldLabels(ModelSpec model, int events) {
    Scoring scoring = new Scoring(model, POINTERS, GoldLabels.at(AnswerRecords.GOLD));
    AnswerRecords records = new AnswerRecords(model, 0);
    IntStream.range(0, events).forEach(i -> scoring.add(records.answer(i), answer -> {}));
    return new ScoredReplay(scoring, null, null, null, List.of());
  }

  /** Scores answers with all that can be compared, in the order of {@link ReplayEvaluator}. */
  static ScoredReplay inFull(ModelSpec model, int events) {
    AnswerRecords records = new AnswerRecords(model, 0);
    AnswerRecords otherRecords = new AnswerRecords(model, 1);
    JsonPointer utterance = JsonPointer.compile("/utteranceId");
    LabelTopic corrections = new LabelTopic(utterance, AnswerRecords.GOLD);
    IntStream.range(0, events).forEach(i -> corrections.add(records.answer(i)));
    GoldLabels gold = GoldLabels.of(corrections);
    LabelIndex labels = new LabelIndex();
    Scoring other = new Scoring(model, POINTERS, gold);
    IntStream.range(0, events)
        .forEach(
            i ->
                other.add(
                    otherRecords.answer(i),
                    answer -> labels.put(answer.place().position(), answer.intent().label())));
    LabelTopic live = new LabelTopic(utterance, JsonPointer.compile("/intent/label"));
    IntStream.range(0, events).forEach(i -> live.add(otherRecords.answer(i)));
    Scoring scoring = new Scoring(model, POINTERS, gold);
    LabelComparison changes = scoring.compare(answer -> labels.get(answer.place().position()));
    LabelComparison agreement = scoring.compare(answer -> live.of(answer.name()));
    IntStream.range(0, events).forEach(i -> scoring.add(records.answer(i), answer -> {}));
    return new ScoredReplay(scoring, other, changes, agreement, List.of(corrections, labels, live));
  }

  /** Writes all forms of the report, to nowhere. */
  void writeReports() throws IOException {
    ReportContent.Builder builder =
        new ReportContent.Builder(Thresholds.parse("0.5"))
            .evaluation(scoring.gold().evaluation().orElseThrow())
            .timeline(scoring.timeline());
    if (other != null && changes != null && agreement != null) {
      builder
          .comparison(
              new ComparedModels(
                  "other", "one", changes.build(), other.gold().evaluation().orElseThrow()))
          .live(new ComparedModels("live", "one", agreement.build(), null));
    }
    ReportContent measurement = builder.build();
    OutputStream nowhere = OutputStream.nullOutputStream();
    nowhere.write(Json.MAPPER.writeValueAsBytes(JsonReport.of(measurement)));
    nowhere.write(TextReport.of(measurement).getBytes(UTF_8));
    nowhere.write(
        HtmlReport.of("memory", "of a replay", List.of(), measurement).toHtml().getBytes(UTF_8));
  }
}
