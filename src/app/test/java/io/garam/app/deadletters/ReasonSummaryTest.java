package io.garam.app.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

final class ReasonSummaryTest {

  private static List<ReasonGroup> groups(String... reasons) {
    ReasonSummary summary = new ReasonSummary();
    for (int i = 0; i < reasons.length; i++) {
      summary.add(Letters.withReason(i * 1000L, reasons[i]));
    }
    return summary.groups();
  }

  @Test
  void reasonsThatDifferInSizesAreOneAndTheMostFrequentComesFirst() {
    assertThat(
            groups(
                "It has no text.",
                "Expected to fit (1000 bytes), but it takes 1001.",
                "Expected to fit (1000 bytes), but it takes 2,345."))
        .containsExactly(
            new ReasonGroup(
                null,
                "Expected to fit (N bytes), but it takes N.",
                2,
                2,
                Instant.ofEpochSecond(1),
                Instant.ofEpochSecond(2)),
            new ReasonGroup(null, "It has no text.", 1, 1, Instant.EPOCH, Instant.EPOCH));
  }

  @Test
  void whatTheParserQuotesDoesNotMakeAReasonOfItsOwn() {
    assertThat(
            groups(
                "Unrecognized token 'hello': was expecting 'null' (at character 5).",
                "Unrecognized token 'bye': was expecting 'null' (at character 17)."))
        .extracting(ReasonGroup::reason)
        .containsExactly("Unrecognized token '…': was expecting 'null' (at character N).");
  }

  @Test
  void numbersInPointersAndNamesStay() {
    assertThat(groups("Expected the text at /parts/0/text, UTF8.", "Expected it at /parts/1/text."))
        .extracting(ReasonGroup::reason)
        .containsExactlyInAnyOrder(
            "Expected the text at /parts/0/text, UTF8.", "Expected it at /parts/1/text.");
  }

  @Test
  void theNameOfAnEncodingIsNotMasked() {
    assertThat(groups("The bytes are not UTF-8, from byte 17 on."))
        .extracting(ReasonGroup::reason)
        .containsExactly("The bytes are not UTF-8, from byte N on.");
  }

  @Test
  void lettersOfOneCodeAreOneGroupWhateverTheirSentences() {
    ReasonSummary summary = new ReasonSummary();
    summary.add(Letters.withCode("not-json", "Expected JSON, but found a."));
    summary.add(Letters.withCode("not-json", "Expected JSON, but found b."));
    summary.add(Letters.withCode("\u001b[2J", "Expected JSON, but found b."));
    assertThat(summary.groups())
        .extracting(ReasonGroup::code, ReasonGroup::reason, ReasonGroup::count)
        .containsExactly(
            tuple("not-json", "Expected JSON, but found a.", 2L),
            tuple(null, "Expected JSON, but found b.", 1L));
  }

  @Test
  void ofSeveralSentencesTheMostFrequentIsShownAndThatThereAreOthers() {
    ReasonSummary summary = new ReasonSummary();
    summary.add(Letters.withCode("no-text", "Expected the text at /text."));
    summary.add(Letters.withCode("no-text", "Expected the text at /m/body."));
    summary.add(Letters.withCode("no-text", "Expected the text at /m/body."));
    summary.add(Letters.withCode("no-text", "Expected the text at /x."));
    assertThat(summary.groups())
        .extracting(ReasonGroup::count, ReasonGroup::ofThem, ReasonGroup::sentence)
        .containsExactly(
            tuple(4L, 2L, "Expected the text at /m/body. (2 of 4; the others differ)"));
  }

  @Test
  void aFloodOfForgedReasonsFillsNoMemory() {
    ReasonSummary summary = new ReasonSummary();
    IntStream.range(0, 5000).forEach(i -> summary.add(Letters.withReason(0, "forged x" + i)));
    assertThat(summary.groups()).hasSizeLessThan(1100);
    assertThat(summary.groups().stream().mapToLong(ReasonGroup::count).sum()).isEqualTo(5000);
  }

  @Test
  void aLetterWithoutATimeTakesNoneFromOthers() {
    ReasonSummary summary = new ReasonSummary();
    summary.add(Letters.withReason(5000, "same"));
    summary.add(Letters.withReason(ConsumerRecord.NO_TIMESTAMP, "same"));
    assertThat(summary.groups())
        .containsExactly(
            new ReasonGroup(
                null, "same", 2, 2, Instant.ofEpochSecond(5), Instant.ofEpochSecond(5)));
  }
}
