package io.garam.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.nlu.io.Json;
import io.garam.streams.event.Event;
import io.garam.streams.output.TaggedRecord;
import io.garam.web.server.AnswerStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class LiveTailTest {

  private final List<String> sent = new CopyOnWriteArrayList<>();

  @AutoClose("shutdownNow")
  private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();

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

  private final ShownEvents shown = new ShownEvents();

  private LiveTail tail(Map<String, String> query) {
    return new LiveTail(EventFilter.of(query), shown, stream);
  }

  private static TaggedRecord event(int offset, String label) {
    return Tagged.event(
        "utterances-3@" + offset, "d1", label, 0.75f, "Room 12", "user", new RecordHeaders());
  }

  private static void tag(LiveTail tail, int offset, String label) {
    tag(tail, Tagged.live(event(offset, label)));
  }

  private static void tag(LiveTail tail, LiveEvent event) {
    if (tail.takes(event)) {
      tail.send(List.of(event));
    }
  }

  private LiveFeed feed(Function<byte[], @Nullable Event> reader) {
    return new LiveFeed(new RateHistory(), reader, TextMask.FULL, new RowSender(executor));
  }

  /** Returns the rows that were sent, one by one. */
  private List<String> rows() {
    return sent.stream()
        .flatMap(text -> Stream.of(text.split("(?<=\n\n)")))
        .filter(message -> message.startsWith("event: tagged\n"))
        .toList();
  }

  private JsonNode data(int index, String type) throws IOException {
    String message = sent.get(index);
    String start = "event: " + type + "\ndata: ";
    assertThat(message).startsWith(start).endsWith("\n\n");
    return Json.MAPPER.readTree(message.substring(start.length()));
  }

  @Test
  void aRowIsWhatIsShownOfAnEvent() throws IOException {
    tag(tail(Map.of()), 1234, "request");

    JsonNode row = data(0, "tagged");
    assertThat(row.get("at").asText()).isEqualTo("utterances-3@1234");
    assertThat(row.get("dialogue").asText()).isEqualTo("d1");
    assertThat(row.get("speaker").asText()).isEqualTo("user");
    assertThat(row.get("text").asText()).isEqualTo("Room 12");
    assertThat(row.get("label").asText()).isEqualTo("request");
    assertThat(row.get("confidence").asDouble()).isEqualTo(0.75);
    assertThat(row.get("event").asText()).startsWith("{\"text\":\"Room 12\"");
    assertThat(row.get("moreBytes").intValue()).isZero();
    assertThat(row.get("latencyMs").intValue()).isEqualTo(250);
  }

  /** 1.0 was 1, and long integers were rounded, as JavaScript has them. */
  @Test
  void anEventIsShownAsItCame() throws IOException {
    String value = "{ \"text\":\"a\", \"n\":1.0, \"id\":12345678901234567890 }";
    tag(tail(Map.of()), Tagged.live(Tagged.with(value, event(0, "request"))));
    assertThat(data(0, "tagged").get("event").asText()).isEqualTo(value);
  }

  @Test
  void ofALongEventTheBeginningIsShownAndHowMuchFollows() throws IOException {
    String value = "{\"text\":\"" + "가".repeat(5_000) + "\"}";
    tag(tail(Map.of()), Tagged.live(Tagged.with(value, event(0, "request"))));
    JsonNode row = data(0, "tagged");
    String beginning = row.get("event").asText();
    assertThat(value).startsWith(beginning);
    assertThat(beginning.getBytes(UTF_8).length).isBetween(8_189, 8_192);
    assertThat(row.get("moreBytes").intValue())
        .isEqualTo(value.getBytes(UTF_8).length - beginning.getBytes(UTF_8).length);
  }

  @Test
  void aNameThatIsCutIsNoneToAskFor() throws IOException {
    for (String key : List.of("d1", "d".repeat(300))) {
      tag(
          tail(Map.of()),
          Tagged.live(
              Tagged.event("utterances-3@1", key, "request", 1, "a", "b", new RecordHeaders())));
    }
    assertThat(data(0, "tagged").get("isDialogueWhole").booleanValue()).isTrue();
    assertThat(data(1, "tagged").get("isDialogueWhole").booleanValue()).isFalse();
  }

  @Test
  void whatPagesWereShownIsKeptWhole() {
    tag(tail(Map.of("intent", "request")), 7, "request");
    tag(tail(Map.of("intent", "request")), 8, "inform");
    assertThat(shown.find("utterances-3@7").orElseThrow().value())
        .isEqualTo(event(7, "request").value());
    assertThat(shown.find("utterances-3@8")).isEmpty();
  }

  @Test
  void whatIsKeptIsBounded() {
    String large = "x".repeat(1 << 20);
    for (int i = 0; i < 20; i++) {
      shown.add(Tagged.with(large, event(i, "request")));
      shown.add(Tagged.with(large, event(i, "request")));
    }
    assertThat(shown.find("utterances-3@11")).isEmpty();
    assertThat(shown.find("utterances-3@13")).isPresent();
    for (int i = 0; i < 3_000; i++) {
      shown.add(event(100 + i, "request"));
    }
    assertThat(shown.find("utterances-3@19")).isEmpty();
    assertThat(shown.find("utterances-3@1099")).isEmpty();
    assertThat(shown.find("utterances-3@1100")).isPresent();
  }

  /** Each of 16 pages read each event. */
  @Test
  void anEventIsReadOnceForAllPages() {
    AtomicInteger reads = new AtomicInteger();
    LiveFeed feed =
        feed(
            value -> {
              reads.incrementAndGet();
              return LiveEvent.reader(Tagged.EVENTS).apply(value);
            });
    feed.tagged(event(0, "request"));
    assertThat(reads).as("nobody looks").hasValue(0);
    for (int page = 0; page < 16; page++) {
      feed.add(tail(Map.of("intent", "inform", "text", page % 2 == 0 ? "room" : "other")));
    }
    assertThat(reads).as("of another intent").hasValue(0);
    for (int i = 1; i <= 10; i++) {
      feed.tagged(event(i, "inform"));
    }
    feed.end();
    assertThat(reads).hasValue(10);
    assertThat(sent).filteredOn(message -> message.startsWith("event: ended")).hasSize(16);
    assertThat(rows()).hasSize(80);
  }

  /** Rows were made and sent by the thread that tags, at ten times what all else here costs it. */
  @Test
  void whoTagsNeitherReadsNorSends() throws InterruptedException {
    Set<Thread> readers = ConcurrentHashMap.newKeySet();
    LiveFeed feed =
        feed(
            value -> {
              readers.add(Thread.currentThread());
              return LiveEvent.reader(Tagged.EVENTS).apply(value);
            });
    feed.add(tail(Map.of("intent", "request")));
    for (int i = 0; i < 1_000; i++) {
      feed.tagged(event(i, "request"));
    }
    executor.shutdown();
    assertThat(executor.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    assertThat(rows()).as("a burst").hasSizeBetween(60, 100);
    assertThat(sent).as("rows go together").hasSizeLessThan(rows().size() / 2);
    assertThat(readers).isNotEmpty().doesNotContain(Thread.currentThread());
  }

  @Test
  void textsAreMaskedOrLeftOut() throws IOException {
    tag(tail(Map.of()), Tagged.live(event(0, "request"), TextMask.MASKED));
    tag(tail(Map.of()), Tagged.live(event(0, "request"), TextMask.NONE));

    assertThat(data(0, "tagged").get("text").asText()).isEqualTo("•••• ••");
    assertThat(data(1, "tagged").get("text").asText()).isEmpty();
    assertThat(sent).noneMatch(row -> row.contains("Room"));
  }

  @Test
  void moreThanAPersonCanReadIsSampledAndCounted() throws IOException {
    LiveTail tail = tail(Map.of("intent", "request"));
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

  /** Many rows in one would be more than may wait for a page, which was cut off. */
  @Test
  void noMoreGoTogetherThanAPageCanTake() {
    String large = "{\"text\":\"" + "a".repeat(5_000) + "\"}";
    List<LiveEvent> events =
        IntStream.range(0, 60)
            .mapToObj(i -> Tagged.live(Tagged.with(large, event(i, "request"))))
            .toList();
    tail(Map.of()).send(events);
    assertThat(rows()).hasSize(60);
    assertThat(sent).allSatisfy(rows -> assertThat(rows).hasSizeLessThan(32 << 10));
  }

  @Test
  void aPageBeginsWithTheLastEvents() throws IOException {
    LiveFeed feed = feed(LiveEvent.reader(Tagged.EVENTS));
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
    feed.add(tail(Map.of("intent", "request")));

    assertThat(rows()).hasSize(25);
    assertThat(rows().get(0)).contains("\"at\":\"utterances-3@20\"");
    assertThat(rows().get(24)).contains("\"at\":\"utterances-3@68\"");
    feed.sayPassed();
    assertThat(data(sent.size() - 1, "passed").get("total").intValue()).isZero();
  }

  @Test
  void theEndIsSaid() {
    tail(Map.of()).end();

    assertThat(sent).containsExactly("event: ended\ndata: {}\n\n", "closed");
  }
}
