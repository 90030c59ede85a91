package io.garam.streams.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import io.garam.nlu.GaramException;
import io.garam.streams.event.EventField;
import io.garam.streams.event.EventReader;
import io.garam.streams.event.UntaggableEventException;
import io.garam.streams.memory.DialogueSettings;
import io.garam.streams.memory.DialogueSettings.StoreKind;
import io.garam.streams.settings.TaggerSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GaramConfigTest {

  private static GaramConfig config(String... settings) {
    Map<String, String> all =
        new HashMap<>(Map.of("garam.model", "m", "bootstrap.servers", "localhost:9092"));
    for (int i = 0; i < settings.length; i += 2) {
      all.put(settings[i], settings[i + 1]);
    }
    return GaramConfig.of(all);
  }

  private static StreamsConfig streams(String... settings) {
    return new StreamsConfig(config(settings).streamsProperties());
  }

  @Test
  void defaultsAreThoseOfTheDocumentation() {
    GaramConfig config = config();
    assertThat(config.inputTopic()).isEqualTo("utterances");
    assertThat(config.outputTopic()).isEqualTo("intents");
    assertThat(config.deadLetterTopic()).isEqualTo("utterances-dead-letters");
    assertThat(config.maxRequestSize()).isEqualTo(1_048_576);
    assertThat(new TaggerSettings(config).dialogues())
        .isEqualTo(new DialogueSettings(Duration.ofHours(1), StoreKind.MEMORY));
    assertThat(new TaggerSettings(config).pointers().values())
        .map(JsonPointer::toString)
        .containsExactlyInAnyOrder("/text", "/speaker", "/utteranceId", "/end", "/intent");
    StreamsConfig streams = streams();
    assertThat(streams.getString("application.id")).isEqualTo("garam");
    assertThat(streams.getString("processing.guarantee")).isEqualTo("exactly_once_v2");
    assertThat(streams.getProducerConfigs("c").get("linger.ms")).hasToString("5");
    assertThat(streams.getMainConsumerConfigs("g", "c", 0).get("max.poll.records"))
        .hasToString("2000");
  }

  @Test
  void eventsAreRepartitionedWhereTheyNameTheirDialogue() {
    assertThat(config().repartitions()).isFalse();
    assertThat(config("garam.dialogue.pointer", "").repartitions()).isFalse();
    GaramConfig config = config("garam.dialogue.pointer", "/call/id", "application.id", "calls");
    assertThat(config.repartitions()).isTrue();
    assertThat(config.repartitionTopic()).isEqualTo("calls-dialogue-repartition");
    assertThat(new TaggerSettings(config).pointers())
        .containsEntry(EventField.DIALOGUE, JsonPointer.compile("/call/id"));
  }

  @Test
  void aTextNamesNoDialogue() {
    assertThatThrownBy(
            () -> config("garam.dialogue.pointer", "/call", "garam.input.format", "text"))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("garam.dialogue.pointer needs events that are JSON");
  }

  /** What was written to the repartition topic before it is first read would be lost. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "auto.offset.reset",
        "consumer.auto.offset.reset",
        "main.consumer.auto.offset.reset"
      })
  void theRepartitionTopicIsReadFromItsBeginning(String key) {
    assertThatThrownBy(() -> config("garam.dialogue.pointer", "/call", key, "latest"))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("must be earliest with garam.dialogue.pointer");
    assertThat(config("garam.dialogue.pointer", "/call", key, "earliest").repartitions()).isTrue();
    assertThat(config(key, "latest").repartitions()).isFalse();
  }

  @Test
  void theTopicOfAShadowIsOfItsOwnAndOfAShadow() {
    assertThatThrownBy(() -> config("garam.shadow.topic", "shadow"))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("garam.shadow.model names no model");
    for (String topic : List.of("utterances", "intents", "utterances-dead-letters")) {
      assertThatThrownBy(() -> config("garam.shadow.model", "m", "garam.shadow.topic", topic))
          .isInstanceOf(GaramException.class)
          .hasMessageContaining("the topic " + topic)
          .hasMessageContaining("must be another");
    }
    assertThat(ShadowKeys.topic(config("garam.shadow.model", "m", "garam.shadow.topic", "shadow")))
        .contains("shadow");
    assertThat(ShadowKeys.topic(config("garam.shadow.model", "m"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",", "a.pem,", " , a.pem"})
  void keysAreTrustedWhereTheSettingIsThere(String value) {
    assertThatThrownBy(() -> config(GaramConfig.TRUSTED_KEYS, value))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("any model might be loaded");
  }

  @Test
  void kafkaSettingsPassThroughUnderTheirOwnNamesAndPrefixes() {
    StreamsConfig streams =
        streams(
            "security.protocol", "SSL",
            "producer.compression.type", "lz4",
            "main.consumer.fetch.min.bytes", "7",
            "max.request.size", "2000000");
    assertThat(streams.getAdminConfigs("a").get("security.protocol")).isEqualTo("SSL");
    assertThat(streams.getProducerConfigs("p").get("security.protocol")).isEqualTo("SSL");
    assertThat(streams.getProducerConfigs("p").get("compression.type")).isEqualTo("lz4");
    assertThat(streams.getMainConsumerConfigs("g", "c", 0).get("fetch.min.bytes")).hasToString("7");
    assertThat(config("max.request.size", "2000000").maxRequestSize()).isEqualTo(2_000_000);
    assertThat(config("producer.max.request.size", "3000").maxRequestSize()).isEqualTo(3000);
  }

  @Test
  void anUnprefixedSettingOfTheUserBeatsADefaultOfGaram() {
    StreamsConfig lingering = streams("linger.ms", "50");
    assertThat(lingering.getProducerConfigs("p").get("linger.ms")).hasToString("50");
    assertThat(lingering.getProducerConfigs("p").get("batch.size")).hasToString("65536");
    StreamsConfig small = streams("batch.size", "1000");
    assertThat(small.getProducerConfigs("p").get("batch.size")).hasToString("1000");
    assertThat(small.getProducerConfigs("p").get("linger.ms")).hasToString("5");
    assertThat(
            streams("batch.size", "1000", "producer.batch.size", "2000")
                .getProducerConfigs("p")
                .get("batch.size"))
        .hasToString("2000");
  }

  @Test
  void garamsOwnKeysStayOutOfKafka() {
    assertThat(config().streamsProperties().keySet()).noneMatch(key -> key.startsWith("garam."));
  }

  @Test
  void interceptorsOfTheUserAreKept() {
    assertThat(config().userInterceptors()).isEmpty();
    assertThat(config("consumer.interceptor.classes", "a.B, c.D").userInterceptors())
        .containsExactly("a.B", "c.D");
  }

  @ParameterizedTest
  @CsvSource({
    "garam.input.topik, x, garam.input.topik",
    "garam.text.pointer, text, garam.text.pointer",
    "garam.text.pointer, /intent/text, garam.text.pointer",
    "garam.text.pointer, '', garam.text.pointer",
    "garam.speaker.pointer, /intent, garam.speaker.pointer",
    "garam.intent.pointer, /text, garam.text.pointer",
    "garam.intent.pointer, /text/intent, garam.text.pointer",
    "garam.intent.pointer, '', garam.intent.pointer",
    "garam.intent.pointer, intent, garam.intent.pointer",
    "garam.threshold, 1.5, garam.threshold",
    "garam.threshold, request=high, garam.threshold",
    "garam.threshold, '0.5,0.6', garam.threshold",
    "garam.intent.existing, keep, garam.intent.existing",
    "garam.utterance.pointer, id, garam.utterance.pointer",
    "garam.end.pointer, '', garam.end.pointer",
    "garam.dialogue.pointer, call, garam.dialogue.pointer",
    "garam.dialogue.pointer, /call~, such as /text: write ~0 for a ~ in a name",
    "garam.text.pointer, /a~2, such as /text: write ~0 for a ~ in a name",
    "garam.intent.pointer, /a~/b, such as /text: write ~0 for a ~ in a name",
    "garam.dialogue.pointer, /intent/call, garam.dialogue.pointer",
    "garam.dialogue.idle, an hour, garam.dialogue.idle",
    "garam.dialogue.idle, 3600000, garam.dialogue.idle",
    "garam.dialogue.idle, 0s, garam.dialogue.idle",
    "garam.dialogue.idle, -1h, garam.dialogue.idle",
    "garam.dialogue.idle, P9999999999999D, garam.dialogue.idle",
    "garam.dialogue.store, disk, garam.dialogue.store",
    "garam.batch.max.records, 0, garam.batch.max.records",
    "garam.output.topic, utterances, must all differ",
    "garam.dead.letter.topic, utterances, must all differ",
    "processing.guarantee, sometimes, processing.guarantee",
    "num.stream.threads, many, num.stream.threads",
    "num.standby.replicas, few, num.standby.replicas",
  })
  void whatCannotBeIsRefusedInOneSentence(String key, String value, String mentions) {
    assertThatThrownBy(() -> config(key, value))
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith("Expected ")
        .hasMessageContaining(mentions)
        .message()
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @CsvSource({
    "comit.interval.ms, commit.interval.ms",
    "producer.lingr.ms, producer.linger.ms",
    "main.consumer.fetch.min.byte, main.consumer.fetch.min.bytes",
    "producr.linger.ms, producer.linger.ms",
    "security.protcol, security.protocol",
    "sasl.jass.config, sasl.jaas.config",
    "topic.retention.sm, topic.retention.ms",
    "garam.input.topc, garam.input.topic",
    "graam.input.topic, garam.input.topic",
  })
  void aMisspeltKeyIsRefusedWithTheOneThatIsMeant(String key, String meant) {
    assertThatThrownBy(() -> config(key, "1"))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining(key)
        .hasMessageContaining("did you mean " + meant + "?");
  }

  @Test
  void anIntentThatIsThereIsReplacedOnlyWhereTheSettingAsksForIt() {
    byte[] event = "{\"text\":\"a\",\"nlu\":{\"intent\":1}}".getBytes(UTF_8);
    assertThatThrownBy(() -> events("garam.intent.pointer", "/nlu/intent").read(event).slot())
        .isInstanceOf(UntaggableEventException.class);
    assertThat(
            events("garam.intent.pointer", "/nlu/intent", "garam.intent.existing", "replace")
                .read(event)
                .slot()
                .isTaken())
        .isTrue();
    assertThat(events().read(event).slot().isTaken()).isFalse();
  }

  private static EventReader events(String... settings) {
    return new TaggerSettings(config(settings)).events();
  }

  @Test
  void aKeyOfAPlugInPassesAndIsNamed() {
    assertThat(config("confluent.monitoring.interceptor.topic", "t").unknownKeys())
        .containsExactly("confluent.monitoring.interceptor.topic");
    assertThat(streams("my.plugin.key", "t").originals()).containsKey("my.plugin.key");
  }

  @ParameterizedTest
  @CsvSource({
    "config.providers.env.class",
    "client.tag.zone",
    "topic.min.insync.replicas",
    "sasl.jaas.config",
    "ssl.truststore.location",
    "admin.retries",
    "global.consumer.fetch.min.bytes",
    "rocksdb.config.setter",
    "num.standby.replicas",
  })
  void whatKafkaKnowsIsNotCalledUnknown(String key) {
    assertThat(KnownKeys.contains(key)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"1h, 60", "90m, 90", "1h30m, 90", " 120S, 2", "PT1H30M, 90", "p1d, 1440"})
  void anIdleTimeIsWrittenAsPeopleOrStandardsDo(String text, long minutes) {
    assertThat(config("garam.dialogue.idle", text).dialogueIdle())
        .isEqualTo(Duration.ofMinutes(minutes));
  }

  @Test
  void aModelIsRequired() {
    assertThatThrownBy(() -> GaramConfig.of(Map.of("bootstrap.servers", "localhost:9092")))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("garam.model");
  }

  @Test
  void aRecordFitsTheProducersMemoryToo() {
    assertThat(
            GaramConfig.of(
                    Map.of(
                        "bootstrap.servers",
                        "localhost:9092",
                        "garam.model",
                        "m",
                        "producer.buffer.memory",
                        "200000"))
                .maxRequestSize())
        .isEqualTo(200_000);
  }
}
