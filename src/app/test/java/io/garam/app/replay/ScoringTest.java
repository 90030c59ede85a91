package io.garam.app.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import io.garam.nlu.bundle.ModelBundle;
import io.garam.nlu.bundle.ModelSpec;
import io.garam.streams.event.EventField;
import io.garam.streams.event.SourcePosition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScoringTest {

  private static final String INTENT =
      "{\"label\":\"%s\",\"confidence\":0.5,\"alternatives\":[{\"label\":\"bill_due\","
          + "\"confidence\":0.4}],\"model\":%s}";

  private static final ModelSpec SPEC =
      ModelBundle.read(Path.of("../../models/english-assistant")).spec();

  private static final String MODEL = History.json(SPEC.reference());

  /** A model whose unknown label is {@code oos}. */
  private final Scoring scoring =
      new Scoring(
          SPEC,
          Map.of(
              EventField.TEXT,
              JsonPointer.compile("/text"),
              EventField.UTTERANCE,
              JsonPointer.compile("/utteranceId"),
              EventField.INTENT,
              JsonPointer.compile("/intent")),
          GoldLabels.at(JsonPointer.compile("/gold")));

  private static ConsumerRecord<byte[], byte @Nullable []> record(
      long time, @Nullable String value) {
    ConsumerRecord<byte[], byte @Nullable []> record =
        new ConsumerRecord<>(
            "answers",
            0,
            0,
            time,
            TimestampType.CREATE_TIME,
            0,
            0,
            "d".getBytes(UTF_8),
            value == null ? null : value.getBytes(UTF_8),
            new RecordHeaders(),
            Optional.empty());
    SourcePosition.writeHeader(record);
    return record;
  }

  private void add(long time, String gold, String label) {
    scoring.add(
        record(
            time,
            "{\"utteranceId\":1,\"text\":\"hi\",\"gold\":"
                + gold
                + ",\"intent\":"
                + INTENT.formatted(label, MODEL)
                + "}"),
        answer -> {});
  }

  @Test
  void theIntentIsFoundWhereThePointerSays() {
    String event =
        "{\"text\":\"hi\",\"intent\":1,\"nlu\":{\"a\":" + INTENT.formatted("alarm", MODEL) + "}}";
    Map<EventField, JsonPointer> pointers =
        Map.of(
            EventField.TEXT, JsonPointer.compile("/text"),
            EventField.UTTERANCE, JsonPointer.compile("/utteranceId"),
            EventField.INTENT, JsonPointer.compile("/nlu/a"));
    assertThat(Answer.of(record(1, event), pointers))
        .hasValueSatisfying(answer -> assertThat(answer.intent().label()).isEqualTo("alarm"));
  }

  @Test
  void labelledUtterancesAreScoredAndAllAreCounted() {
    add(2_000, "\"alarm\"", "alarm");
    add(1_000, "\"alarm\"", "balance");
    add(3_000, "\"oos\"", "unknown");
    add(4_000, "\"polka\"", "alarm");
    add(5_000, "null", "alarm");
    add(6_000, "\" \"", "alarm");
    assertThat(scoring.answers()).isEqualTo(6);
    assertThat(scoring.gold().labelled()).isEqualTo(4);
    assertThat(scoring.gold().evaluation().orElseThrow().accuracy()).isEqualTo(0.5);
    assertThat(scoring.gold().unseenLabels()).isEqualTo(Map.of("polka", 1));
    assertThat(scoring.times().getMin()).isEqualTo(1_000);
    assertThat(scoring.times().getMax()).isEqualTo(6_000);
    assertThat(scoring.labels().count()).isEqualTo(6);
  }

  @Test
  void goldLabelsInEventsAreReadAsThoseOfACorpus() {
    add(1, "\" alarm\\u00a0\"", "alarm");
    add(2, "[\"alarm\"]", "alarm");
    add(3, "7", "alarm");
    add(4, "1.5", "alarm");
    add(5, "[\"alarm\",\"balance\"]", "alarm");
    add(6, "\"al\\u001barm\"", "alarm");

    assertThat(scoring.gold().labelled()).isEqualTo(3);
    assertThat(scoring.gold().unseenLabels()).isEqualTo(Map.of("7", 1));
    assertThat(scoring.gold().evaluation().orElseThrow().accuracy()).isEqualTo(2 / 3.0);
    assertThat(scoring.gold().unusable().told("Values at /gold"))
        .contains(
            "Values at /gold that can be no label, and so count for nothing: 3, the first of them"
                + " the value 1.5; a label is text, an integer or a list of one of these.");
  }

  @Test
  void withoutUnusableLabelsNothingIsSaidOfThem() {
    add(1, "\"alarm\"", "alarm");
    add(2, "null", "alarm");

    assertThat(scoring.gold().unusable().told("Values at /gold")).isEmpty();
  }

  @Test
  void aRightAnswerTakesFewBytes() {
    int answers = 30_000;
    int rounds = 3;
    double bytes = Double.MAX_VALUE;
    // What else the process comes to hold meanwhile only ever adds to one of the figures.
    for (int round = 0; round < rounds; round++) {
      long before = heap();
      for (int i = 0; i < answers; i++) {
        add(i, "\"alarm\"", "alarm");
      }
      bytes = Math.min(bytes, (double) (heap() - before) / answers);
    }

    assertThat(scoring.gold().labelled()).isEqualTo(rounds * answers);
    assertThat(bytes).isBetween(10.0, 30.0);
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Test
  void onlyTheBeginningOfAWrongTextIsKept() {
    String text = "x".repeat(100_000);
    scoring.add(
        record(
            1,
            "{\"utteranceId\":1,\"text\":\""
                + text
                + "\",\"gold\":\"balance\",\"intent\":"
                + INTENT.formatted("alarm", MODEL)
                + "}"),
        answer -> {});

    assertThat(scoring.gold().evaluation().orElseThrow().predictions().get(0).text())
        .hasSize(501)
        .endsWith("x…");
  }

  @Test
  void whatHoldsNoAnswerIsPassedOn() {
    scoring.add(record(0, null), answer -> {});
    scoring.add(record(0, "{\"end\":true}"), answer -> {});
    scoring.add(record(0, "no json"), answer -> {});
    scoring.add(record(0, "{\"end\":true,\"intent\":null}"), answer -> {});
    String other = MODEL.replace(SPEC.reference().digest(), "other");
    scoring.add(
        record(0, "{\"end\":true,\"intent\":" + INTENT.formatted("alarm", other) + "}"),
        answer -> {});
    assertThat(scoring.passedOn()).isEqualTo(5);
    assertThat(scoring.answers()).isZero();
    assertThat(scoring.gold().evaluation()).isEmpty();
  }

  @Test
  void otherLabelsAreComparedWhereThereAreAny() {
    List<String> says = new ArrayList<>(Arrays.asList("alarm", null, "alarm"));
    LabelComparison comparison = scoring.compare(answer -> says.remove(0));
    add(1, "\"alarm\"", "alarm");
    add(2, "\"alarm\"", "alarm");
    add(3, "\"alarm\"", "balance");
    assertThat(comparison.build().count()).isEqualTo(2);
    assertThat(comparison.build().agreed()).isEqualTo(1);
    assertThat(comparison.build().discordant().onlyFirst()).isEqualTo(1);
  }
}
