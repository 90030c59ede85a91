package io.garam.benchmarks.comparison;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.garam.benchmarks.load.EventTopic;
import io.garam.benchmarks.pipeline.ComparedPipeline;
import io.garam.benchmarks.pipeline.EventMapping;
import io.garam.benchmarks.pipeline.PipelineKind;
import io.garam.nlu.GaramException;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Check of what a pipeline wrote: each event once, each as it came but for what the pipeline adds,
 * those of a dialogue in their order, and with the intent that the model gives.
 */
final class OutputCheck {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ComparedPipeline pipeline;
  private final EventTopic input;
  private final @Nullable ExpectedIntents expected;
  private final BitSet seen = new BitSet();
  private final int[] latest = new int[EventTopic.DIALOGUES];

  /**
   * @param expected null where the pipeline copies
   */
  OutputCheck(ComparedPipeline pipeline, @Nullable ExpectedIntents expected) {
    this.pipeline = pipeline;
    this.input = pipeline.input();
    this.expected = expected;
    Arrays.fill(latest, -1);
  }

  /** Says whether every event has come out. */
  boolean isComplete() {
    return seen.cardinality() == input.events();
  }

  /** Returns how many events have come out. */
  int count() {
    return seen.cardinality();
  }

  /**
   * Takes the next value of the output.
   *
   * @throws GaramException if it should not be there, or is not as it should be
   */
  void take(byte[] value) {
    ObjectNode event = parse(value);
    int id = event.path("id").asInt(-1);
    require(id >= 0 && id < input.events(), "an event of the input", event);
    require(!seen.get(id), "each event once", event);
    seen.set(id);
    int dialogue = id % EventTopic.DIALOGUES;
    require(!input.keyed() || latest[dialogue] < id, "a dialogue's events in their order", event);
    latest[dialogue] = id;
    if (expected != null) {
      JsonNode intent = event.path("intent");
      ExpectedIntents.Answer answer = expected.of(id);
      require(
          answer.agrees(
              intent.path("label").asText(), intent.path("confidence").asDouble(Double.NaN)),
          "the intent " + answer,
          event);
      event.remove("intent");
    } else if (pipeline.kind() == PipelineKind.JSON) {
      require(event.remove(EventMapping.COPIED) != null, "one field more", event);
    }
    require(event.equals(parse(input.record(id).value())), "the event as it came", event);
  }

  private void require(boolean holds, String what, ObjectNode event) {
    if (!holds) {
      throw new GaramException(
          "Expected "
              + what
              + " from the pipeline "
              + pipeline.name()
              + ", but found "
              + event
              + "; no time of it counts until that is mended.");
    }
  }

  private static ObjectNode parse(byte[] json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (IOException e) {
      throw new GaramException("Expected JSON from a pipeline, but found " + e.getMessage(), e);
    }
  }

  private static ObjectNode parse(String json) {
    return parse(json.getBytes(UTF_8));
  }
}
