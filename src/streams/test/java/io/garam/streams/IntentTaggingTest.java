package io.garam.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import io.garam.streams.batching.BatchingInterceptor;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.output.TaggedEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.kstream.Produced;
import org.junit.jupiter.api.Test;

class IntentTaggingTest {

  private static final String UTTERANCES = "utterances";

  private static GaramConfig config(String... more) {
    Map<String, String> settings =
        new HashMap<>(
            Map.of(
                "garam.model", "../../models/korean-intention",
                "bootstrap.servers", "unused:1",
                "application.id", "own"));
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    return GaramConfig.of(settings);
  }

  private static TopologyTestDriver driver(IntentTagging tagging) {
    StreamsBuilder builder = new StreamsBuilder();
    tagging
        .addTo(builder)
        .peek(
            (key, event) -> {
              if (new String(event.value(), UTF_8).contains("fail")) {
                throw new IllegalStateException("a node of the user's");
              }
            })
        .to("own", Produced.with(Serdes.ByteArray(), TaggedEvent.serde()));
    return new TopologyTestDriver(builder.build(), tagging.properties());
  }

  private static TestInputTopic<byte[], byte[]> input(TopologyTestDriver driver, String topic) {
    return driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static TestOutputTopic<byte[], byte[]> output(TopologyTestDriver driver, String topic) {
    return driver.createOutputTopic(
        topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static void say(TestInputTopic<byte[], byte[]> topic, String text) {
    topic.pipeInput("d".getBytes(UTF_8), ("{\"text\":\"" + text + "\"}").getBytes(UTF_8));
  }

  @Test
  void aFailureOfTheUsersNodeEndsTheStreamWithoutAHandlerOfTheirs() {
    try (IntentTagging tagging = IntentTagging.load(config());
        TopologyTestDriver driver = driver(tagging)) {
      TestInputTopic<byte[], byte[]> utterances = input(driver, UTTERANCES);

      assertThatThrownBy(() -> say(utterances, "fail"))
          .isInstanceOf(StreamsException.class)
          .hasRootCauseMessage("a node of the user's");
    }
  }

  @Test
  void theHandlerOfTheUserIsAskedAboutTheirNodesAndDeadLettersStayGarams() {
    try (IntentTagging tagging =
            IntentTagging.load(
                config(
                    "processing.exception.handler",
                    LogAndContinueProcessingExceptionHandler.class.getName()));
        TopologyTestDriver driver = driver(tagging)) {
      TestInputTopic<byte[], byte[]> utterances = input(driver, UTTERANCES);
      say(utterances, "fail");
      say(utterances, " ");
      say(utterances, "안녕");

      assertThat(output(driver, "own").readValuesToList())
          .singleElement()
          .matches(value -> new String(value, UTF_8).contains("안녕"));
      assertThat(output(driver, "utterances-dead-letters").readValuesToList()).hasSize(1);
    }
  }

  @Test
  void eventsOfSeveralTopicsShareTheirDialogues() {
    try (IntentTagging tagging =
            IntentTagging.load(
                config("garam.model", "../../models/korean-dialogue-act"),
                List.of("chat", "calls"));
        TopologyTestDriver driver = driver(tagging)) {
      say(input(driver, "chat"), "방 하나 예약해 주세요.");
      say(input(driver, "calls"), "네.");

      assertThat(driver.getAllStateStores()).containsOnlyKeys("dialogues");
      assertThat(output(driver, "own").readValuesToList())
          .map(value -> new String(value, UTF_8))
          .satisfiesExactly(
              first -> assertThat(first).contains("\"dialogue\":{\"utterance\":1"),
              second -> assertThat(second).contains("\"dialogue\":{\"utterance\":2"));
    }
  }

  @Test
  void theUsersInterceptorsFollowGaramsAndOtherSourcesKeepKafkasClock() {
    try (IntentTagging tagging =
        IntentTagging.load(config("consumer.interceptor.classes", "com.example.Mine"))) {
      assertThat(tagging.properties())
          .containsEntry(
              "main.consumer.interceptor.classes",
              List.of(BatchingInterceptor.class.getName(), "com.example.Mine"))
          .doesNotContainKey("default.timestamp.extractor");
    }
  }

  @Test
  void whatTheTaggingWouldNotReplaceAThreadForIsTheUsersToDecide() {
    try (IntentTagging tagging = IntentTagging.load(config())) {
      assertThat(
              tagging
                  .uncaughtExceptionHandler(
                      failure -> StreamThreadExceptionResponse.SHUTDOWN_APPLICATION)
                  .handle(new IllegalStateException("theirs")))
          .isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_APPLICATION);
    }
  }

  @Test
  void aClassThatIsNoTimestampExtractorIsRefused() {
    GaramConfig config = config("default.timestamp.extractor", String.class.getName());
    try (IntentTagging tagging = IntentTagging.load(config)) {
      assertThatThrownBy(() -> tagging.addTo(new StreamsBuilder()))
          .isInstanceOf(GaramException.class)
          .hasMessageContaining("Expected a timestamp extractor");
    }
  }
}
