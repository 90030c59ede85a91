package io.garam.streams.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.garam.nlu.Intent;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.io.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Events made at random: whatever they hold, the intent is all that is new. */
class EventSplicingTest {

  private static final int EVENTS_PER_SEED = 300;
  private static final Intent INTENT =
      new Intent("문의", 0.5f, List.of(), new ModelReference("m", "1", "d"), null);

  static IntStream seeds() {
    return IntStream.range(0, 10);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void withoutTheIntentTheOutputIsTheInput(int seed) throws IOException {
    Random random = new Random(seed);
    String intent = Json.MAPPER.writeValueAsString(INTENT);
    for (int i = 0; i < EVENTS_PER_SEED; i++) {
      boolean hadIntent = random.nextBoolean();
      String old = value(random, 2);
      String input = event(random, hadIntent ? old : null);
      Event event =
          new EventReader(
                  Map.of(EventField.TEXT, JsonPointer.compile("/text")),
                  ExistingIntent.REPLACE,
                  1 << 20)
              .read(input.getBytes(UTF_8));
      String output = new String(event.with(INTENT, new IntentSerializer()), UTF_8);

      assertThat(event.text()).isEqualTo(Json.MAPPER.readTree(input).get("text").textValue());
      JsonNode tagged = Json.MAPPER.readTree(output);
      assertThat(tagged.get("intent").get("label").textValue()).isEqualTo("문의");
      String added = hadIntent ? intent : ",\"intent\":" + intent;
      int at = output.indexOf(added);
      assertThat(at).as(output).isNotNegative();
      assertThat(
              output.substring(0, at)
                  + (hadIntent ? old : "")
                  + output.substring(at + added.length()))
          .isEqualTo(input);
    }
  }

  private static String event(Random random, String oldIntent) {
    List<String> fields = new ArrayList<>();
    fields.add("\"text\"" + space(random) + ":" + space(random) + string(random));
    if (oldIntent != null) {
      fields.add("\"intent\"" + space(random) + ":" + space(random) + oldIntent);
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      fields.add("\"f" + i + "\":" + value(random, 3) + space(random));
    }
    Collections.shuffle(fields, random);
    return space(random)
        + "{"
        + space(random)
        + String.join("," + space(random), fields)
        + space(random)
        + "}"
        + space(random);
  }

  private static String value(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 5 : 7)) {
      case 0 -> string(random);
      case 1 -> Integer.toString(random.nextInt());
      case 2 -> random.nextInt(100) + ".500E-" + random.nextInt(9);
      case 3 -> random.nextBoolean() ? "true" : "false";
      case 4 -> "null";
      case 5 -> "[" + value(random, depth - 1) + space(random) + "," + value(random, 0) + "]";
      default ->
          "{" + space(random) + "\"intent\":" + value(random, depth - 1) + ",\"}\":\"{\\\"\"}";
    };
  }

  private static String string(Random random) {
    String[] pieces = {
      "안녕", "하세요", " ", "}", "{", "\\\"", "\\\\", "\\n", "\\ud83d\\ude00", "😀", "a", ","
    };
    StringBuilder string = new StringBuilder("\"");
    for (int i = random.nextInt(6); i >= 0; i--) {
      string.append(pieces[random.nextInt(pieces.length)]);
    }
    return string.append('"').toString();
  }

  private static String space(Random random) {
    return List.of("", "", " ", "\n", "\t\r\n  ").get(random.nextInt(5));
  }
}
