package io.garam.streams.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import io.garam.nlu.io.Json;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tree of pointers, and the search that follows it. */
class FieldSearchTest {

  private static PointerTree tree(Object... fieldsAndPointers) {
    Map<EventField, JsonPointer> pointers = new EnumMap<>(EventField.class);
    for (int i = 0; i < fieldsAndPointers.length; i += 2) {
      pointers.put(
          (EventField) fieldsAndPointers[i],
          JsonPointer.compile((String) fieldsAndPointers[i + 1]));
    }
    return PointerTree.of(pointers);
  }

  private static FieldSearch search(PointerTree tree, String json) throws IOException {
    FieldSearch search =
        new FieldSearch(
            JsonPointer.compile("/text"),
            IntentPath.of(JsonPointer.compile("/intent")),
            new Utf8Offsets(json, json.getBytes(UTF_8).length),
            0);
    try (JsonParser parser = Json.MAPPER.createParser(json)) {
      parser.nextToken();
      search.moveThrough(parser, tree);
      assertThat(parser.nextToken()).as("it moves past the value and no further").isNull();
    }
    return search;
  }

  @Test
  void pointersThatBeginAlikeShareTheirWay() {
    PointerTree tree =
        tree(EventField.TEXT, "/m/text", EventField.SPEAKER, "/m/from", EventField.END, "/m");
    assertThat(tree.fields()).isEmpty();
    PointerTree message = tree.member("m");
    assertThat(message.fields()).containsExactly(EventField.END);
    assertThat(message.member("text").fields()).containsExactly(EventField.TEXT);
    assertThat(message.member("from").fields()).containsExactly(EventField.SPEAKER);
    assertThat(message.member("text").member("text")).isNull();
    assertThat(tree.member("text")).isNull();
  }

  @Test
  void aPointerMayLeadTwoFieldsToOneValue() {
    assertThat(tree(EventField.DIALOGUE, "/id", EventField.UTTERANCE, "/id").member("id").fields())
        .containsExactlyInAnyOrder(EventField.DIALOGUE, EventField.UTTERANCE);
  }

  @Test
  void anElementIsCalledByItsIndexAndNotByAnotherSpellingOfIt() {
    PointerTree tree = tree(EventField.TEXT, "/10", EventField.SPEAKER, "/01");
    assertThat(tree.element(10).fields()).containsExactly(EventField.TEXT);
    assertThat(tree.element(1)).isNull();
    assertThat(tree.member("01").fields()).containsExactly(EventField.SPEAKER);
    assertThat(tree.element(10).element(0)).as("nothing leads on").isNull();
  }

  @Test
  void aNameMayBeEmptyOrHaveSlashesAndTildes() throws IOException {
    FieldSearch found =
        search(
            tree(EventField.TEXT, "/", EventField.SPEAKER, "/a~1b", EventField.DIALOGUE, "/~01"),
            "{\"\":\"t\",\"a/b\":\"s\",\"~1\":\"d\"}");
    assertThat(found.text).isEqualTo("t");
    assertThat(found.speaker).isEqualTo("s");
    assertThat(found.dialogueId).isEqualTo("d");
  }

  @Test
  void aPointerThatIsEmptyIsTheWholeValue() throws IOException {
    assertThat(search(tree(EventField.TEXT, ""), "\"hi\"").text).isEqualTo("hi");
  }

  @Test
  void whatNoPointerLeadsIntoIsPassedOver() throws IOException {
    PointerTree tree = tree(EventField.TEXT, "/a/1/text");
    FieldSearch found =
        search(
            tree,
            "{\"b\":{\"a\":[0,{\"text\":\"no\"}]},\"a\":[{\"text\":\"no\"},{\"x\":{\"text\":\"no\"},"
                + "\"text\":\"yes\"},{\"text\":\"no\"}],\"text\":\"no\"}");
    assertThat(found.text).isEqualTo("yes");
    assertThat(search(null, "[[{\"text\":\"no\"}]]").text).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"a\" | a",
        "7 | 7",
        "1.50 | 1.50",
        "-0 | -0",
        "1e3 | 1e3",
        "123456789012345678901234567890 | 123456789012345678901234567890",
        "\"\" | ``",
      })
  void anIdIsAStringOrANumberAsItIsWritten(String value, String id) throws IOException {
    FieldSearch found =
        search(
            tree(EventField.DIALOGUE, "/d", EventField.UTTERANCE, "/u"),
            "{\"d\":" + value + ",\"u\":" + value + "}");
    assertThat(found.dialogueId).isEqualTo(id);
    assertThat(found.utteranceId).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"true", "null", "{\"d\":1}", "[1]"})
  void whatIsNeitherIsNoId(String value) throws IOException {
    FieldSearch found =
        search(
            tree(EventField.DIALOGUE, "/d", EventField.UTTERANCE, "/d"), "{\"d\":" + value + "}");
    assertThat(found.dialogueId).isNull();
    assertThat(found.utteranceId).isNull();
  }

  @ParameterizedTest
  @CsvSource({"true, true", "false, false", "1, false", "null, false", "'\"true\"', false"})
  void onlyTrueEndsADialogue(String value, boolean ends) throws IOException {
    assertThat(search(tree(EventField.END, "/e"), "{\"e\":" + value + "}").ends).isEqualTo(ends);
  }

  @Test
  void aTextThatIsNullIsNoneAndAnEmptyOneIsOne() throws IOException {
    PointerTree tree = tree(EventField.TEXT, "/text");
    assertThat(search(tree, "{\"text\":null}").text).isNull();
    assertThat(search(tree, "{\"text\":\"\"}").text).isEmpty();
  }

  @Test
  void aTextWithMembersIsRefusedThoughAnotherPointerLeadsThroughIt() {
    PointerTree tree = tree(EventField.TEXT, "/text", EventField.SPEAKER, "/text/by");
    assertThatThrownBy(() -> search(tree, "{\"text\":{\"by\":\"x\"}}"))
        .isInstanceOfSatisfying(
            UntaggableEventException.class,
            e -> assertThat(e.code()).isEqualTo(ReasonCode.TEXT_NOT_A_STRING))
        .hasMessage("Expected a string at /text, but found an object.");
  }

  @ParameterizedTest
  @CsvSource({
    "START_OBJECT, an object",
    "START_ARRAY, an array",
    "VALUE_NUMBER_FLOAT, a number",
    "VALUE_FALSE, a boolean",
    "VALUE_NULL, null",
    "FIELD_NAME, something else",
  })
  void aTypeIsCalledByAWord(JsonToken token, String word) {
    assertThat(JsonType.of(token)).isEqualTo(word);
  }
}
