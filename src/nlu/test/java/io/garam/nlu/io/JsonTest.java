package io.garam.nlu.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the one mapper lets through. */
final class JsonTest {

  /** A value with a field of each kind. */
  record Point(int x, String name) {}

  @Test
  void aFieldThatNobodyKnowsIsNamed() {
    assertThatThrownBy(() -> Json.MAPPER.readValue("{\"x\":1,\"name\":\"a\",\"z\":3}", Point.class))
        .isInstanceOfSatisfying(
            UnrecognizedPropertyException.class,
            unknown -> assertThat(unknown.getPropertyName()).isEqualTo("z"));
  }

  @Test
  void aFieldThatIsMissingIsNoZero() {
    assertThatThrownBy(() -> Json.MAPPER.readValue("{\"name\":\"a\"}", Point.class))
        .isInstanceOf(MismatchedInputException.class)
        .hasMessageContaining("'x'");
  }

  @Test
  void aKeyThatStandsTwiceIsAnErrorAndNotTheLastOfThem() {
    assertThatThrownBy(() -> Json.MAPPER.readTree("{\"x\":1,\"x\":2}"))
        .isInstanceOf(StreamReadException.class)
        .hasMessageContaining("Duplicate field 'x'");
    assertThatThrownBy(() -> Json.MAPPER.readTree("{\"a\":{\"x\":1,\"\\u0078\":2}}"))
        .isInstanceOf(StreamReadException.class)
        .hasMessageContaining("Duplicate field 'x'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{} {}", "{}]", "1 2", "null x", "{}\n{}"})
  void nothingMayFollowAValue(String text) {
    assertThatThrownBy(() -> Json.MAPPER.readTree(text))
        .isInstanceOf(JsonProcessingException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'x':1}", "{x:1}", "{\"x\":NaN}", "{\"x\":01}", "[1,]", "// c\n1", "+1"})
  void whatIsOnlyLikeJsonIsNone(String text) {
    assertThatThrownBy(() -> Json.MAPPER.readTree(text)).isInstanceOf(StreamReadException.class);
  }

  @Test
  void textOfEveryScriptComesBackAsItWas() throws Exception {
    String text = "가나다 👩\u200d👧 \u202e \u0000 \ud83d \"\\/\u2028 e\u0301";

    JsonNode read = Json.MAPPER.readTree(Json.MAPPER.writeValueAsString(text));

    assertThat(read.textValue()).isEqualTo(text);
  }

  @Test
  void namesWithTheSameHashCostNoMoreThanOthers() {
    // "Aa" and "BB" have the same hash, and so has every word made of as many of them.
    int letters = 15;
    String object =
        IntStream.range(0, 1 << letters)
            .mapToObj(
                bits ->
                    IntStream.range(0, letters)
                        .mapToObj(bit -> (bits >> bit & 1) == 0 ? "Aa" : "BB")
                        .collect(Collectors.joining("", "\"", "\":0")))
            .collect(Collectors.joining(",", "{", "}"));

    JsonNode read =
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Json.MAPPER.readTree(object));

    assertThat(read.size()).isEqualTo(1 << letters);
  }

  @Test
  void textNestedBeyondMeasureIsRefusedAndEndsNoThread() {
    assertThatThrownBy(() -> Json.MAPPER.readTree("[".repeat(1_000_000)))
        .isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void oneThatFailsLeavesTheMapperAsItWas() throws Exception {
    assertThatThrownBy(() -> Json.MAPPER.readValue("{\"x\":", Point.class))
        .isInstanceOf(JsonProcessingException.class);
    assertThatThrownBy(() -> Json.MAPPER.readValue("{\"x\":[1]}", Point.class))
        .isInstanceOf(JsonMappingException.class);

    assertThat(Json.MAPPER.readValue("{\"x\":1,\"name\":\"a\"}", Point.class))
        .isEqualTo(new Point(1, "a"));
  }
}
