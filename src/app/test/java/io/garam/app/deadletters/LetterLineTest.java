package io.garam.app.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.io.Json;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

final class LetterLineTest {

  @Test
  void aLetterIsOneObject() throws Exception {
    String line =
        LetterLine.of(
            Letters.read(
                1_000L,
                Letters.bytes("d-1"),
                Letters.bytes("가\u009b\n"),
                Letters.headers("utterances", 3, 42, "Expected better.")));
    assertThat(line).doesNotContain("\u009b", "\n");
    assertThat(Json.MAPPER.readTree(line))
        .isEqualTo(
            Json.MAPPER.readTree(
                """
                {"topic": "utterances", "partition": 3, "offset": 42, "deadLetterPartition": 1,
                 "deadLetterOffset": 7, "time": "1970-01-01T00:00:01Z", "key": "d-1",
                 "reason": "Expected better.", "value": "가\\u009b\\n"}
                """));
  }

  @Test
  void bytesThatAreNoTextAreInBase64AndWhatIsMissingIsLeftOut() throws Exception {
    String line =
        LetterLine.of(Letters.read(-1, null, new byte[] {(byte) 0xff, 0}, new RecordHeaders()));
    assertThat(Json.MAPPER.readTree(line))
        .isEqualTo(
            Json.MAPPER.readTree(
                """
                {"deadLetterPartition": 1, "deadLetterOffset": 7, "valueBase64": "/wA="}
                """));
  }
}
