package io.garam.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.streams.output.TaggedRecord;
import io.garam.web.server.Problem;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventFilterTest {

  private static Map<String, String> query(String text) {
    Map<String, String> query = new HashMap<>();
    for (String parameter : text.split("&", -1)) {
      String[] pair = parameter.split("=", 2);
      query.put(pair[0], pair.length < 2 ? "" : pair[1]);
    }
    return query;
  }

  @ParameterizedTest
  @CsvSource({
    "'', true",
    "intent=request, true",
    "intent=inform, false",
    "intent=, true",
    "minConfidence=0.9, true",
    "minConfidence=0.91, false",
    "maxConfidence=0.9, true",
    "maxConfidence=0.5, false",
    "unknown=true, false",
    "dialogue=d1, true",
    "dialogue=d, false",
    "speaker=user, true",
    "speaker=system, false",
    "text=ROOM, true",
    "text=방, false",
    "header=source=web, true",
    "header=source=app, false",
    "header=source=, false",
    "header=other=web, false",
    "intent=request&text=please, true",
    "intent=request&text=no, false"
  })
  void anEventFitsWhatIsAskedFor(String asked, boolean fits) {
    assertThat(
            EventFilter.of(query(asked))
                .fits(
                    Tagged.live(
                        Tagged.event(
                            "utterances-0@0",
                            "d1",
                            "request",
                            0.9f,
                            "A room, please",
                            "user",
                            new RecordHeaders().add("source", "web".getBytes(UTF_8))))))
        .isEqualTo(fits);
  }

  /** Whoever halved the interval again and again had the confidence to its last digit. */
  @ParameterizedTest
  @CsvSource({
    "minConfidence=0.9, true",
    "minConfidence=0.904, false",
    "maxConfidence=0.9, true",
    "maxConfidence=0.89, false"
  })
  void aConfidenceIsComparedAsItIsShown(String asked, boolean fits) {
    TaggedRecord tagged =
        Tagged.event(
            "utterances-0@0", "d1", "request", 0.9049f, "hello", "user", new RecordHeaders());
    assertThat(EventFilter.of(query(asked)).fits(Tagged.live(tagged, TextMask.MASKED)))
        .isEqualTo(fits);
    assertThat(EventFilter.of(query("minConfidence=0.904")).fits(Tagged.live(tagged))).isTrue();
  }

  /** Not a number let nothing through, a header without a value was another filter to the page. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "minConfidence=NaN  | Expected minConfidence to be a number from 0 to 1, such as 0.5, but found NaN;",
        "minConfidence=high | Expected minConfidence to be a number from 0 to 1, such as 0.5, but found high;",
        "maxConfidence=1.01 | Expected maxConfidence to be a number from 0 to 1, such as 0.5, but found 1.01;",
        "maxConfidence=-1   | Expected maxConfidence to be a number from 0 to 1, such as 0.5, but found -1;",
        "header=source      | Expected header to be the name and the value of one, such as source=web, but found source;",
        "header==web        | Expected header to be the name and the value of one, such as source=web, but found =web;"
      })
  void aFilterThatCannotBeIsRefusedInASentence(String asked, String sentence) {
    assertThatThrownBy(() -> EventFilter.of(query(asked)))
        .isInstanceOf(Problem.Refusal.class)
        .hasMessage(sentence + " correct that filter.");
  }

  @ParameterizedTest
  @CsvSource({"text=x, true", "header=x=y, true", "intent=x, false", "dialogue=x, false"})
  void whatWouldTellOfTextsIsLeftOutWhereTheyAreNotShown(String asked, boolean fits) {
    assertThat(
            EventFilter.of(query(asked))
                .withoutTexts()
                .fits(
                    Tagged.live(
                        Tagged.event(
                            "utterances-0@0",
                            "d1",
                            "request",
                            0.9f,
                            "hello",
                            "user",
                            new RecordHeaders()))))
        .isEqualTo(fits);
  }
}
