package io.garam.streams.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import io.garam.nlu.Intent;
import io.garam.nlu.Intent.ModelReference;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntentPathTest {

  private static final Intent INTENT =
      new Intent("a", 1f, List.of(), new ModelReference("m", "1", "0123"), null);
  private static final String INTENT_JSON =
      "{\"label\":\"a\",\"confidence\":1.0,\"alternatives\":[],"
          + "\"model\":{\"name\":\"m\",\"version\":\"1\",\"digest\":\"0123\"}}";

  private static EventReader reader(String intent, ExistingIntent existing) {
    return new EventReader(
        Map.of(
            EventField.TEXT, JsonPointer.compile("/m/text"),
            EventField.END, JsonPointer.compile("/end"),
            EventField.INTENT, JsonPointer.compile(intent)),
        existing,
        1 << 20);
  }

  private static String tagged(String intent, ExistingIntent existing, String json) {
    return new String(
        reader(intent, existing).read(json.getBytes(UTF_8)).with(INTENT, new IntentSerializer()),
        UTF_8);
  }

  /** {@code #} stands for the intent. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/x|{'m':{'text':'t'} }|{'m':{'text':'t'} ,'x':#}",
        "/a/b/c|{'m':{'text':'t'}}|{'m':{'text':'t'},'a':{'b':{'c':#}}}",
        "/a/b/c|{'a':{},'m':{'text':'t'}}|{'a':{'b':{'c':#}},'m':{'text':'t'}}",
        "/a/b/c|{'a':{ },'m':{'text':'t'}}|{'a':{ 'b':{'c':#}},'m':{'text':'t'}}",
        "/a/b/c|{'a':{'z':[1, {'b':2}]},'m':{'text':'t'}}|{'a':{'z':[1, {'b':2}],'b':{'c':#}},'m':{'text':'t'}}",
        "/a/b/c|{'a':{'b':{'c':null , 'd':1}},'m':{'text':'t'}}|{'a':{'b':{'c':# , 'd':1}},'m':{'text':'t'}}",
        "/a/b/c|{'a':{'b': null },'m':{'text':'t'}}|{'a':{'b': {'c':#} },'m':{'text':'t'}}",
        "/a/b/c|{'a':null,'m':{'text':'t'}}|{'a':{'b':{'c':#}},'m':{'text':'t'}}",
        "/m/intent|{'m':{'text':'t'},'intent':1}|{'m':{'text':'t','intent':#},'intent':1}",
        "/intent|{'m':{'text':'t','intent':1}}|{'m':{'text':'t','intent':1},'intent':#}",
        "/a~1b/c~0d|{'a':{'b':1},'m':{'text':'t'}}|{'a':{'b':1},'m':{'text':'t'},'a/b':{'c~d':#}}",
        "/말|{'m':{'text':'네'}}|{'m':{'text':'네'},'말':#}",
        "/0|{'m':{'text':'t'}}|{'m':{'text':'t'},'0':#}",
      })
  void theIntentIsPutWhereThePointerSaysAndAllElseStays(
      String pointer, String input, String expected) {
    String json = input.replace('\'', '"');
    for (ExistingIntent existing : ExistingIntent.values()) {
      assertThat(tagged(pointer, existing, json))
          .isEqualTo(expected.replace('\'', '"').replace("#", INTENT_JSON));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/a/b|{'a':{'b':{'label':'x'}},'m':{'text':'t'}}|{'a':{'b':#},'m':{'text':'t'}}",
        "/a/b|{'a':{'b': 'x' ,'c':1},'m':{'text':'t'}}|{'a':{'b': # ,'c':1},'m':{'text':'t'}}",
        "/intent|{'intent':false,'m':{'text':'t'}}|{'intent':#,'m':{'text':'t'}}",
      })
  void whatIsThereIsReplacedOnlyWhereThatIsAskedFor(String pointer, String input, String expected) {
    String json = input.replace('\'', '"');
    assertThat(tagged(pointer, ExistingIntent.REPLACE, json))
        .isEqualTo(expected.replace('\'', '"').replace("#", INTENT_JSON));
    assertThatThrownBy(() -> tagged(pointer, ExistingIntent.REFUSE, json))
        .isInstanceOfSatisfying(
            UntaggableEventException.class,
            refused -> assertThat(refused.code()).isEqualTo(ReasonCode.INTENT_EXISTS))
        .hasMessageContaining("Expected nothing at " + pointer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/a/b|{'a':'x','m':{'text':'t'}}|/a|a string",
        "/a/b/c|{'a':{'b':[{'c':1}]},'m':{'text':'t'}}|/a/b|an array",
        "/a/0|{'a':[],'m':{'text':'t'}}|/a|an array",
      })
  void aParentThatIsNoObjectIsNeverReplaced(String pointer, String input, String at, String found) {
    for (ExistingIntent existing : ExistingIntent.values()) {
      assertThatThrownBy(() -> tagged(pointer, existing, input.replace('\'', '"')))
          .isInstanceOf(UntaggableEventException.class)
          .hasMessage(
              "Expected an object at "
                  + at
                  + ", into which the intent goes, but found "
                  + found
                  + ".");
    }
  }

  @Test
  void taggersChain() {
    String event = "{\"m\":{\"text\":\"t\"}}";
    String first = tagged("/nlu/intent", ExistingIntent.REFUSE, event);
    assertThat(tagged("/nlu/sentiment", ExistingIntent.REFUSE, first))
        .isEqualTo(
            "{\"m\":{\"text\":\"t\"},\"nlu\":{\"intent\":#,\"sentiment\":#}}"
                .replace("#", INTENT_JSON));
  }

  @Test
  void aByteOrderMarkMovesNothing() {
    assertThat(tagged("/a/b", ExistingIntent.REFUSE, "\uFEFF{\"a\":{},\"m\":{\"text\":\"t\"}}"))
        .isEqualTo("\uFEFF{\"a\":{\"b\":#},\"m\":{\"text\":\"t\"}}".replace("#", INTENT_JSON));
  }
}
