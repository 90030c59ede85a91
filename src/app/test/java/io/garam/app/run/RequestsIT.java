package io.garam.app.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.garam.app.GaramProcess;
import io.garam.app.broker.EmbeddedBroker;
import io.garam.streams.config.GaramConfig;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** A running tagger asked over HTTP answers what its output topic carries. */
class RequestsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient client = HttpClient.newHttpClient();

  private HttpResponse<String> tag(URI port, String body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(port.resolve("/v1/tag"))
            .POST(BodyPublishers.ofString(body))
            .header("Content-Type", "application/json")
            .build(),
        BodyHandlers.ofString(UTF_8));
  }

  @Test
  void aDialogueIsAnsweredByteForByteAsTheOutputTopicCarriesIt() throws Exception {
    List<String> events =
        List.of(
            "{\"chat\":{\"who\":\"user\",\"text\":\"방 하나 예약해 주세요.\"} , \"n\":1.50}",
            "{\"chat\":{\"who\":\"system\",\"text\":\"네.\"}}",
            "{\"chat\":{\"who\":\"system\",\"text\":\"두 명이요?\"},\"intent\":null}",
            "{\"chat\":{\"who\":\"user\",\"text\":\"네.\"}}");
    try (EmbeddedBroker broker = EmbeddedBroker.startTemporary()) {
      Cluster cluster = new Cluster(broker);
      cluster.createTopics();
      Map<String, String> settings = cluster.settings();
      settings.put(GaramConfig.MANAGEMENT_LISTENER, "127.0.0.1:0");
      settings.put(GaramConfig.MODEL, "../../models/korean-dialogue-act");
      settings.put(GaramConfig.TEXT_POINTER, "/chat/text");
      settings.put(GaramConfig.SPEAKER_POINTER, "/chat/who");
      try (GaramProcess process = GaramProcess.run(settings)) {
        URI port = ManagementAddress.of(process, PATIENCE);
        for (String event : events) {
          // One poll each, as one request has one run of the model each.
          cluster.sendRecords(
              List.of(
                  new ProducerRecord<>(
                      cluster.inputTopic(), "d".getBytes(UTF_8), event.getBytes(UTF_8))));
        }
        List<String> carried = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record :
            cluster.read(cluster.outputTopic(), events.size(), PATIENCE)) {
          carried.add(new String(record.value(), UTF_8));
        }

        HttpResponse<String> answer =
            tag(port, "{\"utterances\":[" + String.join(",", events) + "]}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(rounded(answer.body()))
            .isEqualTo(
                rounded(
                    carried.stream().collect(Collectors.joining(",", "{\"utterances\":[", "]}"))));
        assertThat(rounded(tag(port, events.get(0)).body())).isEqualTo(rounded(carried.get(0)));
        assertThat(tag(port, "{\"chat\":{}}").body())
            .contains("\"code\":\"no-text\"", "Expected the text at /chat/text");
        assertThat(process.terminate()).as(process.errors()).isZero();
      }
    }
  }

  /** ONNX Runtime rounds sums otherwise in batches of other sizes, in the seventh digit. */
  private static String rounded(String json) {
    return json.replaceAll("(\"confidence\":[0-9.]{1,6})[0-9.E-]*", "$1");
  }
}
