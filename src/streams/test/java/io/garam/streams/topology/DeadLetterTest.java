package io.garam.streams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.garam.streams.deadletters.DeadLetterHeaders;
import io.garam.streams.event.ReasonCode;
import io.garam.streams.event.UntaggableEventException;
import io.garam.streams.limits.OutputLimits;
import io.garam.streams.limits.RecordSize;
import io.garam.streams.topology.DeadLetter.Content;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.processor.TaskId;
import org.junit.jupiter.api.Test;

class DeadLetterTest {

  private static final long NOW = 1_700_000_000_000L;
  private final UntaggableEventException noText =
      new UntaggableEventException(ReasonCode.NO_TEXT, "Expected a text.");

  private byte[] key = "d1".getBytes(UTF_8);
  private byte[] value = "event".getBytes(UTF_8);
  private final RecordHeaders headers = new RecordHeaders();
  private long time = 1234;

  /** Where an event came from, as Kafka Streams tells it. */
  private final class Origin implements ErrorHandlerContext {
    @Override
    public String topic() {
      return "utterances";
    }

    @Override
    public int partition() {
      return 3;
    }

    @Override
    public long offset() {
      return 42;
    }

    @Override
    public Headers headers() {
      return headers;
    }

    @Override
    public String processorNodeId() {
      return "tagger";
    }

    @Override
    public TaskId taskId() {
      return new TaskId(0, 3);
    }

    @Override
    public long timestamp() {
      return time;
    }

    @Override
    public byte[] sourceRawKey() {
      return key;
    }

    @Override
    public byte[] sourceRawValue() {
      return value;
    }
  }

  private Optional<ProducerRecord<byte[], byte[]>> letter(
      UntaggableEventException reason, Content most, int bytes) {
    return DeadLetter.of(
        "dead",
        new Origin(),
        Repartition.NONE.original(new Origin()),
        reason,
        OutputLimits.unknown("intents", null, "dead", bytes, Compression.NONE),
        most,
        NOW);
  }

  private ProducerRecord<byte[], byte[]> whole() {
    return letter(noText, Content.WHOLE, 1 << 20).orElseThrow();
  }

  private ProducerRecord<byte[], byte[]> smallest() {
    return letter(noText, Content.SMALLEST, 1 << 20).orElseThrow();
  }

  private static String header(ProducerRecord<?, ?> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), UTF_8);
  }

  private static int size(ProducerRecord<byte[], byte[]> record) {
    return RecordSize.of(record.key(), record.value(), record.headers());
  }

  @Test
  void aLetterIsTheEventWithWhyAndFromWhere() {
    headers.add("trace", new byte[] {1}).add("trace", new byte[] {2});
    ProducerRecord<byte[], byte[]> letter = whole();
    assertThat(letter.topic()).isEqualTo("dead");
    assertThat(letter.partition()).isNull();
    assertThat(letter.key()).isEqualTo(key);
    assertThat(letter.value()).isEqualTo(value);
    assertThat(letter.timestamp()).isEqualTo(1234);
    assertThat(letter.headers().headers("trace")).hasSize(2);
    assertThat(header(letter, DeadLetterHeaders.REASON)).isEqualTo("no-text");
    assertThat(header(letter, DeadLetterHeaders.MESSAGE)).isEqualTo("Expected a text.");
    assertThat(header(letter, DeadLetterHeaders.TOPIC)).isEqualTo("utterances");
    assertThat(header(letter, DeadLetterHeaders.PARTITION)).isEqualTo("3");
    assertThat(header(letter, DeadLetterHeaders.OFFSET)).isEqualTo("42");
    assertThat(header(letter, DeadLetterHeaders.EXCEPTION))
        .isEqualTo("io.garam.streams.event.UntaggableEventException");
    assertThat(header(letter, DeadLetterHeaders.STACKTRACE))
        .isEqualTo("io.garam.streams.event.UntaggableEventException: Expected a text.");
    assertThat(header(letter, DeadLetterHeaders.LEFT_OUT)).isNull();
    assertThat(header(letter, DeadLetterHeaders.TIME)).isNull();
  }

  @Test
  void whatDoesNotFitIsLeftOutOneThingAfterTheOther() {
    value = new byte[5_000];
    headers.add("large", new byte[3_000]).add("small", new byte[1_000]);
    int all = size(whole());
    assertThat(letter(noText, Content.WHOLE, all).orElseThrow().value()).isEqualTo(value);

    ProducerRecord<byte[], byte[]> withoutValue =
        letter(noText, Content.WHOLE, all - 1).orElseThrow();
    assertThat(withoutValue.value()).isNull();
    assertThat(withoutValue.headers().lastHeader("large")).isNotNull();
    assertThat(header(withoutValue, DeadLetterHeaders.LEFT_OUT)).isEqualTo("value");
    assertThat(header(withoutValue, DeadLetterHeaders.MESSAGE))
        .isEqualTo("Expected a text. " + DeadLetterHeaders.VALUE_LEFT_OUT);

    ProducerRecord<byte[], byte[]> smallHeaders =
        letter(noText, Content.WHOLE, size(withoutValue) - 1).orElseThrow();
    assertThat(smallHeaders.headers().lastHeader("large")).isNull();
    assertThat(smallHeaders.headers().lastHeader("small")).isNotNull();
    assertThat(header(smallHeaders, DeadLetterHeaders.LEFT_OUT)).isEqualTo("value,headers");

    ProducerRecord<byte[], byte[]> smallest =
        letter(noText, Content.WHOLE, size(smallHeaders) - 1).orElseThrow();
    assertThat(smallest.headers().lastHeader("small")).isNull();
    assertThat(smallest.timestamp()).as("a time that every topic takes").isEqualTo(NOW);
    assertThat(header(smallest, DeadLetterHeaders.TIME)).isEqualTo("1234");

    assertThat(letter(noText, Content.WHOLE, size(smallest) - 1)).isEmpty();
  }

  @Test
  void onlyTheFirstSmallHeadersAreKeptIfThereAreMany() {
    for (int i = 0; i < 40; i++) {
      headers.add("h", new byte[1_000]);
    }
    ProducerRecord<byte[], byte[]> letter =
        letter(noText, Content.WITH_SMALL_HEADERS, 1 << 20).orElseThrow();
    assertThat(letter.headers().headers("h")).as("1,004 bytes each of 16,384").hasSize(16);
  }

  @Test
  void ofATombstoneNoValueIsLeftOut() {
    value = null;
    assertThat(
            header(
                letter(noText, Content.WITHOUT_VALUE, 1 << 20).orElseThrow(),
                DeadLetterHeaders.LEFT_OUT))
        .isNull();
    assertThat(header(smallest(), DeadLetterHeaders.MESSAGE)).isEqualTo("Expected a text.");
  }

  /** Only its beginning was read. */
  @Test
  void anEventThatWasTooLargeToReadIsNeverWhole() {
    UntaggableEventException tooLarge =
        new UntaggableEventException(ReasonCode.EVENT_TOO_LARGE, "Too large.");
    ProducerRecord<byte[], byte[]> letter = letter(tooLarge, Content.WHOLE, 1 << 20).orElseThrow();
    assertThat(letter.value()).isNull();
    assertThat(header(letter, DeadLetterHeaders.LEFT_OUT)).isEqualTo("value");
  }

  @Test
  void anEventsOwnHeadersDoNotSpeakForTheLetter() {
    headers.add(DeadLetterHeaders.REASON, "forged".getBytes(UTF_8));
    headers.add("__streams.errors.anything", new byte[1]);
    headers.add("garam.dead.letter.anything", new byte[1]);
    headers.add("garam.source", new byte[1]);
    ProducerRecord<byte[], byte[]> letter = whole();
    assertThat(letter.headers().headers(DeadLetterHeaders.REASON)).hasSize(1);
    assertThat(letter.headers()).map(Header::key).doesNotContain("__streams.errors.anything");
    assertThat(letter.headers()).map(Header::key).contains("garam.source");
    assertThat(header(letter, DeadLetterHeaders.LEFT_OUT)).isNull();
  }

  @Test
  void aLongKeyIsItsDigestInTheSmallestLetterAlone() {
    key = new byte[257];
    assertThat(whole().key()).hasSize(257);
    assertThat(smallest().key()).hasSize(32);
    assertThat(header(smallest(), DeadLetterHeaders.LEFT_OUT)).isEqualTo("value,key");
    key = new byte[256];
    assertThat(smallest().key()).hasSize(256);
    assertThat(header(smallest(), DeadLetterHeaders.LEFT_OUT)).isEqualTo("value");
  }

  /** A topic may be compacted although nobody could say so. */
  @Test
  void anEventWithoutAKeyIsCalledBySourceInTheSmallestLetter() {
    key = null;
    assertThat(whole().key()).isNull();
    assertThat(smallest().key()).asString().isEqualTo("utterances-3@42");
    assertThat(header(smallest(), DeadLetterHeaders.LEFT_OUT)).isEqualTo("value,key");
  }

  @Test
  void theEventsTimeGoesBeforeTheRecords() {
    ProducerRecord<byte[], byte[]> letter =
        letter(
                UntaggableEventException.timeTooLate(OutputLimits.LATEST + 1, OutputLimits.LATEST),
                Content.WHOLE,
                1 << 20)
            .orElseThrow();
    assertThat(letter.timestamp()).isEqualTo(OutputLimits.LATEST + 1);
  }

  @Test
  void aReasonWithoutEndIsCut() {
    ProducerRecord<byte[], byte[]> letter =
        letter(
                new UntaggableEventException(ReasonCode.INTERNAL_ERROR, "x".repeat(3_000)),
                Content.WHOLE,
                1 << 20)
            .orElseThrow();
    assertThat(header(letter, DeadLetterHeaders.MESSAGE)).isEqualTo("x".repeat(2_000) + "…");
  }

  /** Half a character was once written as a question mark. */
  @Test
  void aReasonIsNotCutWithinACharacter() {
    ProducerRecord<byte[], byte[]> letter =
        letter(
                new UntaggableEventException(
                    ReasonCode.INTERNAL_ERROR, "x".repeat(1_999) + "\ud83d\ude00 and more"),
                Content.WHOLE,
                1 << 20)
            .orElseThrow();
    assertThat(header(letter, DeadLetterHeaders.MESSAGE)).isEqualTo("x".repeat(1_999) + "…");
  }
}
