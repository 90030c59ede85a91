package io.garam.streams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.garam.streams.event.SourcePosition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class OriginalRecordTest {

  private static final SourcePosition POSITION = SourcePosition.of("chat-log", 3, 1234);

  private static final byte[] DIALOGUE = bytes("d-1");

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static OriginalRecord returned(OriginalRecord original) {
    return OriginalRecord.of(DIALOGUE, original.repartitioned(DIALOGUE)).orElseThrow();
  }

  @Test
  void whatGoesOverTheTopicComesBack() {
    Headers own = new RecordHeaders().add("trace", bytes("a")).add("trace", bytes("b"));
    OriginalRecord returned = returned(new OriginalRecord(POSITION, bytes("m-17"), own));
    assertThat(returned.position()).isEqualTo(POSITION);
    assertThat(returned.key()).isEqualTo(bytes("m-17"));
    assertThat(returned.headers()).isEqualTo(own);
    assertThat(returned(new OriginalRecord(POSITION, null, own)).key()).isNull();
  }

  /** A chat log may be the output of another tagger, or of a replay. */
  @Test
  void headersOfUsersPassThroughWhateverTheyAreCalled() {
    Headers own =
        new RecordHeaders()
            .add(OriginalRecord.KEY, bytes("earlier"))
            .add(SourcePosition.HEADER, bytes("elsewhere-0@1"))
            .add(OriginalRecord.KEY, null);
    OriginalRecord returned = returned(new OriginalRecord(POSITION, bytes("m-17"), own));
    assertThat(returned.position()).isEqualTo(POSITION);
    assertThat(returned.headers()).isEqualTo(own);
  }

  @Test
  void aKeyThatStaysIsNotSaidTwice() {
    Headers own = new RecordHeaders().add(OriginalRecord.SAME_KEY, bytes("of a user"));
    OriginalRecord original = new OriginalRecord(POSITION, DIALOGUE, own);
    Headers between = original.repartitioned(DIALOGUE.clone());
    assertThat(between)
        .extracting(Header::key)
        .containsExactly(OriginalRecord.SAME_KEY, SourcePosition.HEADER, OriginalRecord.SAME_KEY);
    assertThat(between.lastHeader(OriginalRecord.SAME_KEY).value()).isNull();
    OriginalRecord returned = returned(original);
    assertThat(returned.position()).isEqualTo(POSITION);
    assertThat(returned.key()).isEqualTo(DIALOGUE);
    assertThat(returned.headers()).isEqualTo(own);
  }

  /** What waits in a repartition topic may have been written before the other header was. */
  @Test
  void aKeyThatWasSaidTwiceIsStillRead() {
    Headers between =
        new RecordHeaders()
            .add(SourcePosition.HEADER, bytes("chat-log-3@1234"))
            .add(OriginalRecord.KEY, DIALOGUE);
    OriginalRecord returned = OriginalRecord.of(DIALOGUE, between).orElseThrow();
    assertThat(returned.key()).isEqualTo(DIALOGUE);
    assertThat(returned.headers()).isEmpty();
  }

  @Test
  void whatSomebodyElseHasWrittenThereHasNoOriginal() {
    assertThat(OriginalRecord.of(DIALOGUE, new RecordHeaders())).isEmpty();
    assertThat(OriginalRecord.of(DIALOGUE, new RecordHeaders().add("a", null).add("b", null)))
        .isEmpty();
    assertThat(
            OriginalRecord.of(
                DIALOGUE,
                new RecordHeaders()
                    .add(SourcePosition.HEADER, bytes("nowhere"))
                    .add(OriginalRecord.KEY, null)))
        .isEmpty();
  }

  @Test
  void theOutputNamesTheKeyOnlyWhereItIsAnother() {
    Headers own = new RecordHeaders().add(OriginalRecord.KEY, bytes("of another tagger"));
    OriginalRecord keyed = new OriginalRecord(POSITION, bytes("m-17"), own);
    assertThat(keyed.output(bytes("m-17"))).isEqualTo(own);
    assertThat(keyed.output(bytes("d-1")))
        .extracting(Header::key, header -> new String(header.value(), UTF_8))
        .containsExactly(tuple(OriginalRecord.KEY, "m-17"));
    assertThat(new OriginalRecord(POSITION, null, own).output(bytes("d-1"))).isEmpty();
    assertThat(new OriginalRecord(POSITION, null, own).output(null)).isEqualTo(own);
  }
}
