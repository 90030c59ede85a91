package io.garam.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.nlu.io.Json;
import io.garam.web.server.AnswerStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class LiveTailTest {

  private final List<String> sent = new ArrayList<>();
  private final AnswerStream stream =
      new AnswerStream() {
        @Override
        public boolean send(String text) {
          sent.add(text);
          return true;
        }

        @Override
        public void onEnd(Runnable action) {}

        @Override
        public void close() {
          sent.add("closed");
        }
      };

  private LiveTail tail(TextMask mask, Map<String, String> query) {
    return new LiveTail(EventFilter.of(query), Tagged.EVENTS, mask, stream);
  }

  private static void tag(LiveTail tail, int offset, String label) {
    tail.tagged(
        Tagged.event(
            "utterances-3@" + offset, "d1", label, 0.75f, "Room 12", "user", new RecordHeaders()));
  }

  private JsonNode data(int index, String type) throws IOException {
    String message = sent.get(index);
    String start = "event: " + type + "\ndata: ";
    assertThat(message).startsWith(start).endsWith("\n\n");
    return Json.MAPPER.readTree(message.substring(start.length()));
  }

  @Test
  void aRowIsWhatIsShownOfAnEvent() throws IOException {
    tag(tail(TextMask.FULL, Map.of()), 1234, "request");

    JsonNode row = data(0, "tagged");
    assertThat(row.get("at").asText()).isEqualTo("utterances-3@1234");
    assertThat(row.get("dialogue").asText()).isEqualTo("d1");
    assertThat(row.get("speaker").asText()).isEqualTo("user");
    assertThat(row.get("text").asText()).isEqualTo("Room 12");
    assertThat(row.get("label").asText()).isEqualTo("request");
    assertThat(row.get("confidence").asDouble()).isEqualTo(0.75);
    assertThat(row.at("/event/text").asText()).isEqualTo("Room 12");
    assertThat(row.get("latencyMs").intValue()).isEqualTo(250);
  }

  @Test
  void textsAreMaskedOrLeftOut() throws IOException {
    tag(tail(TextMask.MASKED, Map.of()), 0, "request");
    tag(tail(TextMask.NONE, Map.of()), 0, "request");

    assertThat(data(0, "tagged").get("text").asText()).isEqualTo("•••• ••");
    assertThat(data(1, "tagged").get("text").asText()).isEmpty();
    assertThat(sent).noneMatch(row -> row.contains("Room"));
  }

  @Test
  void moreThanAPersonCanReadIsSampledAndCounted() throws IOException {
    LiveTail tail = tail(TextMask.FULL, Map.of("intent", "request"));
    for (int i = 0; i < 10_000; i++) {
      tag(tail, i, i % 2 == 0 ? "request" : "inform");
    }
    int rows = sent.size();
    assertThat(rows).as("a burst of two seconds").isBetween(60, 400);
    tail.sayPassed();
    tail.sayPassed();

    JsonNode passed = data(rows, "passed");
    assertThat(passed.get("total").intValue()).isEqualTo(10_000);
    assertThat(passed.get("matched").intValue()).isEqualTo(5_000);
    assertThat(passed.get("sent").intValue()).isEqualTo(rows);
    assertThat(data(rows + 1, "passed").get("total").intValue()).isZero();
  }

  @Test
  void aPageBeginsWithTheLastEvents() throws IOException {
    LiveFeed feed = new LiveFeed(new RateHistory());
    for (int i = 0; i < 70; i++) {
      feed.tagged(
          Tagged.event(
              "utterances-3@" + i,
              "d1",
              i % 2 == 0 ? "request" : "inform",
              0.75f,
              "a",
              "b",
              new RecordHeaders()));
    }
    feed.add(tail(TextMask.FULL, Map.of("intent", "request")));

    assertThat(sent).hasSize(25);
    assertThat(data(0, "tagged").get("at").asText()).isEqualTo("utterances-3@20");
    assertThat(data(24, "tagged").get("at").asText()).isEqualTo("utterances-3@68");
    feed.sayPassed();
    assertThat(data(25, "passed").get("total").intValue()).isZero();
  }

  @Test
  void theEndIsSaid() {
    tail(TextMask.FULL, Map.of()).end();

    assertThat(sent).containsExactly("event: ended\ndata: {}\n\n", "closed");
  }
}
