package io.garam.streams.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.garam.nlu.Intent;
import io.garam.nlu.Intent.ModelReference;
import io.garam.streams.event.ReasonCode;
import io.garam.streams.output.TaggingStatistics.Counts;
import io.garam.streams.output.TaggingStatistics.Waits;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TaggingCounterTest {

  private static final Intent INTENT =
      new Intent("question", 0.75f, List.of(), new ModelReference("m", "1", "d"), null);

  private final TaggingCounter statistics = new TaggingCounter();

  @Test
  void nothingIsDoneAtFirst() {
    assertThat(statistics.counts()).isEqualTo(new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    assertThat(statistics.waits()).isEqualTo(new Waits(0, 0, 0, 0, 0));
  }

  @Test
  void eachCountIsOfItsOwnKind() {
    statistics.tagged(INTENT, 0);
    for (int i = 0; i < 2; i++) {
      statistics.passedOn();
    }
    for (int i = 0; i < 3; i++) {
      statistics.deadLetter(ReasonCode.NOT_JSON);
    }
    for (int i = 0; i < 4; i++) {
      statistics.skipped();
    }
    for (int i = 1; i <= 5; i++) {
      assertThat(statistics.replacedIntent()).isEqualTo(i);
    }
    statistics.batch(10, 0);
    statistics.batch(30, 0);
    statistics.batch(20, 0);
    for (int i = 0; i < 6; i++) {
      statistics.taggedAlone();
    }
    for (int i = 0; i < 7; i++) {
      statistics.speculativeSteps();
    }
    for (int i = 0; i < 8; i++) {
      statistics.steppedAlone();
    }
    assertThat(statistics.counts()).isEqualTo(new Counts(1, 2, 3, 4, 5, 3, 60, 30, 6, 7, 8));
  }

  /** Each record of a batch waited for the whole of it. */
  @Test
  void waitsAreThoseOfRecordsAndNotOfBatches() {
    statistics.batch(90, TimeUnit.MILLISECONDS.toNanos(2));
    statistics.batch(9, TimeUnit.MILLISECONDS.toNanos(10));
    statistics.batch(1, TimeUnit.MILLISECONDS.toNanos(500));
    Waits waits = statistics.waits();
    assertThat(waits.count()).isEqualTo(100);
    assertThat(waits.p50()).isCloseTo(2, within(0.002));
    assertThat(waits.p95()).isCloseTo(10, within(0.01));
    assertThat(waits.p99()).isCloseTo(10, within(0.01));
    assertThat(waits.greatest()).isCloseTo(500, within(0.5));
  }

  @Test
  void aBatchThatTookHoursHasItsPlace() {
    statistics.batch(1, TimeUnit.HOURS.toNanos(30));
    assertThat(statistics.waits().greatest()).isCloseTo(108e6, within(108e3));
  }

  @Test
  void manyThreadsLoseNothing() {
    IntStream.range(0, 10_000)
        .parallel()
        .forEach(
            i -> {
              statistics.tagged(INTENT, 0);
              statistics.replacedIntent();
              statistics.batch(i % 7, 1_000);
            });
    Counts counts = statistics.counts();
    assertThat(counts.tagged()).isEqualTo(10_000);
    assertThat(counts.replacedIntents()).isEqualTo(10_000);
    assertThat(counts.batches()).isEqualTo(10_000);
    assertThat(counts.batchedRecords()).isEqualTo(IntStream.range(0, 10_000).map(i -> i % 7).sum());
    assertThat(statistics.waits().count()).isEqualTo(counts.batchedRecords());
  }

  @Test
  void whatIsTaggedIsCountedByItsIntent() {
    statistics.tagged(INTENT, 0);
    statistics.tagged(INTENT, 0);
    statistics.deadLetter(ReasonCode.NOT_UTF8);
    assertThat(statistics.tagged("question")).isEqualTo(2);
    assertThat(statistics.tagged("statement")).isZero();
    assertThat(statistics.deadLetters("not-utf8")).isOne();
    assertThat(statistics.deadLetters("not-json")).isZero();
  }
}
