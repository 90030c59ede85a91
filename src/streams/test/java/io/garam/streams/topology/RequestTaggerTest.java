package io.garam.streams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.streams.batching.StoryModel;
import io.garam.streams.event.UntaggableEventException;
import io.garam.streams.request.RequestTagger;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A request is answered with the bytes that a partition's tagger writes for the same events. */
class RequestTaggerTest {

  @AutoClose private final DialoguePartitions partitions;

  private final RequestTagger requests =
      RequestTagger.of(new StoryModel("d1"), DialoguePartition.EVENTS);

  RequestTaggerTest(@TempDir Path folder) {
    partitions = new DialoguePartitions(folder);
  }

  private List<String> asked(List<String> events) {
    return requests.tag(events.stream().map(event -> event.getBytes(UTF_8)).toList()).stream()
        .map(output -> new String(output, UTF_8))
        .toList();
  }

  private List<String> written(List<String> events) {
    DialoguePartition partition = partitions.open();
    events.forEach(
        event ->
            partition.utterances.pipeInput(
                new TestRecord<>("d".getBytes(UTF_8), event.getBytes(UTF_8))));
    return partition.intents.readValuesToList().stream()
        .map(output -> new String(output, UTF_8))
        .toList();
  }

  @Test
  void speakersDuplicatesEndsAndExistingIntentsAreTakenAsTheStreamTakesThem() {
    List<String> events =
        Stream.of(
                "{ 'text':'hello','speaker':'user','id':1 }",
                "{'text':'hi','speaker':'system','id':2,'intent':'none'}",
                "{'text':'hi','speaker':'system','id':2}",
                "{'text':'bye','end':true}",
                "{'text':'again'}",
                "{'end':true}",
                "{'text':'\\uac00가'}")
            .map(event -> event.replace('\'', '"'))
            .toList();
    assertThat(asked(events)).isEqualTo(written(events)).hasSize(events.size());
    assertThat(asked(events).get(2)).contains("\"duplicate\":true");
  }

  @Test
  void nothingIsRememberedOfTheRequestBefore() {
    List<String> event = List.of("{\"text\":\"hello\"}");
    assertThat(asked(event)).isEqualTo(asked(event));
  }

  @Test
  void oneThatWouldBeADeadLetterRefusesTheRequestAndIsNumbered() {
    assertThatThrownBy(() -> asked(List.of("{\"text\":\"a\"}", "{\"text\":\" \"}", "no")))
        .isInstanceOf(UntaggableEventException.class)
        .hasMessageStartingWith("Utterance 2 of 3: Expected a text to tag");
    assertThatThrownBy(() -> asked(List.of("no")))
        .isInstanceOf(UntaggableEventException.class)
        .hasMessageStartingWith("Expected the value to be a JSON object");
  }
}
