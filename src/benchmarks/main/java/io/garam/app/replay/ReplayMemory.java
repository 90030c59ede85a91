package io.garam.app.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonPointer;
import io.garam.benchmarks.footprint.LiveHeap;
import io.garam.evaluation.comparison.Comparison;
import io.garam.evaluation.report.ComparedModels;
import io.garam.evaluation.report.ReportContent;
import io.garam.evaluation.report.html.HtmlReport;
import io.garam.evaluation.report.json.JsonReport;
import io.garam.evaluation.report.text.TextReport;
import io.garam.nlu.bundle.ModelBundle;
import io.garam.nlu.bundle.ModelSpec;
import io.garam.nlu.io.Json;
import io.garam.streams.event.EventField;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Memory benchmark of replay: what its scoring holds, by the very classes that read its answers: it
 * is in their package, since nobody else may see them.
 */
public final class ReplayMemory {

  private static final int[] EVENTS = {100_000, 300_000, 1_000_000};

  private static final Map<EventField, JsonPointer> POINTERS =
      Map.of(
          EventField.TEXT,
          JsonPointer.compile("/text"),
          EventField.UTTERANCE,
          JsonPointer.compile("/utteranceId"));

  private ReplayMemory() {}

  /**
   * Prints a row for each number of events.
   *
   * @param args the folder of a model, whose labels the answers have, and the numbers of events;
   *     100,000, 300,000 and a million where there are none
   */
  public static void main(String[] args) throws IOException {
    ModelSpec model = ModelBundle.read(Path.of(args[0])).spec();
    int[] sizes =
        args.length == 1 ? EVENTS : Stream.of(args).skip(1).mapToInt(Integer::parseInt).toArray();
    System.out.printf(
        Locale.ROOT,
        "%-58s  %10s  %8s  %12s  %12s%n",
        "scored",
        "events",
        "held MB",
        "bytes/event",
        "at most MB");
    for (boolean all : new boolean[] {false, true}) {
      for (int events : sizes) {
        measure(model, events, all);
      }
    }
  }

  private static void measure(ModelSpec model, int events, boolean all) throws IOException {
    long before = LiveHeap.now();
    Scored scored = all ? inFull(model, events) : alone(model, events);
    long held = LiveHeap.now() - before;
    long greatest;
    try (LiveHeap heap = LiveHeap.watched()) {
      write(scored);
      greatest = Math.max(heap.greatest() - before, held);
    }
    System.out.printf(
        Locale.ROOT,
        "%-58s  %,10d  %,8.1f  %,12.1f  %,12.1f%n",
        all ? "--gold-topic, --against, --live-topic" : "--gold",
        events,
        held / 1e6,
        (double) held / events,
        greatest / 1e6);
  }

  /**
   * All that is held at once.
   *
   * @param changes beside the other model, null where there is none
   * @param agreement with what was tagged live, null likewise
   * @param asked labels of other topics and of the other model
   */
  private record Scored(
      Scoring scoring,
      @Nullable Scoring other,
      Comparison.@Nullable Builder changes,
      Comparison.@Nullable Builder agreement,
      List<Object> asked) {}

  private static Scored alone(ModelSpec model, int events) {
    Scoring scoring = new Scoring(model, POINTERS, GoldLabels.at(AnswerRecords.GOLD));
    AnswerRecords records = new AnswerRecords(model, 0);
    IntStream.range(0, events).forEach(i -> scoring.add(records.answer(i), answer -> {}));
    return new Scored(scoring, null, null, null, List.of());
  }

  /** In the order of {@link ReplayEvaluator}. */
  private static Scored inFull(ModelSpec model, int events) {
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
                    answer -> labels.put(answer.place(), answer.intent().label())));
    LabelTopic live = new LabelTopic(utterance, JsonPointer.compile("/intent/label"));
    IntStream.range(0, events).forEach(i -> live.add(otherRecords.answer(i)));
    Scoring scoring = new Scoring(model, POINTERS, gold);
    Comparison.Builder changes = scoring.compare(answer -> labels.get(answer.place()));
    Comparison.Builder agreement = scoring.compare(answer -> live.of(answer.name()));
    IntStream.range(0, events).forEach(i -> scoring.add(records.answer(i), answer -> {}));
    return new Scored(scoring, other, changes, agreement, List.of(corrections, labels, live));
  }

  private static void write(Scored scored) throws IOException {
    ReportContent.Builder builder =
        new ReportContent.Builder(0.5)
            .evaluation(scored.scoring().evaluation().orElseThrow())
            .timeline(scored.scoring().timeline());
    if (scored.other() != null && scored.changes() != null && scored.agreement() != null) {
      builder
          .comparison(
              new ComparedModels(
                  "other",
                  "one",
                  scored.changes().build(),
                  scored.other().evaluation().orElseThrow()))
          .live(new ComparedModels("live", "one", scored.agreement().build(), null));
    }
    ReportContent measurement = builder.build();
    OutputStream nowhere = OutputStream.nullOutputStream();
    nowhere.write(Json.MAPPER.writeValueAsBytes(JsonReport.of(measurement)));
    nowhere.write(TextReport.of(measurement).getBytes(UTF_8));
    nowhere.write(
        HtmlReport.of("memory", "of a replay", List.of(), measurement).toHtml().getBytes(UTF_8));
  }
}
