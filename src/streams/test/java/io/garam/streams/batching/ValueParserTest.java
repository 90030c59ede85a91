package io.garam.streams.batching;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import io.garam.nlu.Intent;
import io.garam.streams.batching.Prepared.EndOfDialogue;
import io.garam.streams.batching.Prepared.Read;
import io.garam.streams.batching.Prepared.Rejected;
import io.garam.streams.batching.Prepared.Tombstone;
import io.garam.streams.event.Event;
import io.garam.streams.event.EventField;
import io.garam.streams.event.EventReader;
import io.garam.streams.event.ExistingIntent;
import io.garam.streams.event.IntentSerializer;
import io.garam.streams.event.ReasonCode;
import io.garam.streams.memory.DialogueModel;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a value to what the model made of its text, a poll's values at a time. */
class ValueParserTest {

  private static final EventReader READER =
      new EventReader(
          Map.of(
              EventField.TEXT, JsonPointer.compile("/text"),
              EventField.END, JsonPointer.compile("/end")),
          ExistingIntent.REFUSE,
          1_000);

  /** A model that fails wherever it is asked. */
  private record Failing(Supplier<? extends Error> failure) implements IntentModel {
    @Override
    public boolean isBlank(String text) {
      throw failure.get();
    }

    @Override
    public float[][] read(List<String> texts) {
      throw failure.get();
    }

    @Override
    public Intent decide(float[] logits) {
      throw failure.get();
    }

    @Override
    public DialogueModel dialogue() {
      return null;
    }
  }

  private final KeywordModel model = new KeywordModel();
  private final TextReader texts = new TextReader(model);

  private Parsed parse(String json) {
    return new ValueParser(READER).parse(json.getBytes(UTF_8), model);
  }

  private static void assertRejected(Prepared prepared, ReasonCode code, String sentence) {
    assertThat(prepared)
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> {
              assertThat(rejected.reason().code()).isEqualTo(code);
              assertThat(rejected.reason()).hasMessage(sentence);
            });
  }

  private List<Event> events(String... said) {
    return Stream.of(said).map(text -> parse("{\"text\":\"" + text + "\"}").event()).toList();
  }

  private static String answer(Prepared prepared) {
    return KeywordModel.text(((Read) prepared).row());
  }

  @Test
  void aTextIsForTheModelToRead() {
    Parsed parsed = parse("{\"text\":\"hi\"}");
    assertThat(parsed.prepared()).isNull();
    assertThat(parsed.event().text()).isEqualTo("hi");
    assertThat(model.batches()).as("not read yet").isEmpty();
  }

  @Test
  void noValueIsATombstone() {
    Parsed parsed = new ValueParser(READER).parse(null, model);
    assertThat(parsed).isEqualTo(Parsed.ready(new Tombstone()));
    assertThat(new Tombstone().output(new IntentSerializer())).isNull();
    assertThat(new Tombstone().endsDialogue()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"end\":true}",
        "{\"text\":null,\"end\":true}",
        "{\"text\":\" \",  \"end\":true}",
        "{\"text\":\" \",\"end\":true,\"intent\":1}",
        "{\"end\":true,\"intent\":{\"label\":\"a\"}}",
      })
  void anEndWithoutATextPassesByteByByte(String json) {
    assertThat(parse(json).event()).isNull();
    assertThat(parse(json).prepared())
        .isInstanceOfSatisfying(
            EndOfDialogue.class,
            end -> {
              assertThat(end.output(new IntentSerializer())).asString(UTF_8).isEqualTo(json);
              assertThat(end.endsDialogue()).isTrue();
            });
  }

  @Test
  void anEndWithATextIsReadAsAnyOther() {
    Parsed parsed = parse("{\"text\":\"bye\",\"end\":true}");
    assertThat(parsed.prepared()).isNull();
    assertThat(parsed.event().text()).isEqualTo("bye");
    assertThat(parsed.event().ends()).isTrue();
  }

  @Test
  void aBlankTextInTheMiddleOfADialogueIsRejected() {
    assertRejected(
        parse("{\"text\":\" \\t\",\"end\":false}").prepared(),
        ReasonCode.BLANK_TEXT,
        "Expected a text to tag, but it is empty or has only white space and invisible"
            + " characters.");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anEventWithoutAPlaceForItsIntentIsRejectedBeforeTheModelReadsIt(boolean end) {
    Prepared prepared = parse("{\"text\":\"bye\",\"end\":" + end + ",\"intent\":1}").prepared();
    assertRejected(
        prepared,
        ReasonCode.INTENT_EXISTS,
        "Expected nothing at /intent, where the intent goes, but the event has a value there;"
            + " another garam.intent.pointer leaves it, garam.intent.existing=replace replaces"
            + " it.");
    assertThat(((Rejected) prepared).endsDialogue())
        .as("as with all dead letters, the dialogue stays as it was")
        .isFalse();
  }

  @Test
  void whatIsNoEventIsRejectedWithTheReadersReason() {
    assertRejected(
        parse("[]").prepared(),
        ReasonCode.NOT_AN_OBJECT,
        "Expected the value to be a JSON object, but found an array.");
  }

  @Test
  void aFailureOfGaramItselfRejectsTheOneEvent() {
    byte[] value = "{\"text\":\"hi\"}".getBytes(UTF_8);
    assertRejected(
        new ValueParser(READER)
            .parse(value, new Failing(() -> new AssertionError("odd")))
            .prepared(),
        ReasonCode.INTERNAL_ERROR,
        "Expected to read the event, but Garam failed on it: java.lang.AssertionError: odd.");
    assertRejected(
        new ValueParser(READER).parse(value, new Failing(StackOverflowError::new)).prepared(),
        ReasonCode.INTERNAL_ERROR,
        "Expected to read the event, but Garam failed on it: java.lang.StackOverflowError.");
  }

  @Test
  void lackOfMemoryIsNoFaultOfAnEvent() {
    ValueParser parser = new ValueParser(READER);
    assertThatThrownBy(
            () ->
                parser.parse(
                    "{\"text\":\"hi\"}".getBytes(UTF_8), new Failing(OutOfMemoryError::new)))
        .isInstanceOf(OutOfMemoryError.class);
    TextReader reader = new TextReader(new Failing(OutOfMemoryError::new));
    assertThatThrownBy(() -> reader.read(events("hi"))).isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void withoutTextsTheModelIsNotAsked() {
    assertThat(texts.read(List.of())).isEmpty();
    assertThat(model.batches()).isEmpty();
  }

  @Test
  void textsAreReadTogetherAndStayInTheirOrder() {
    assertThat(texts.read(events("b", "a", "b")))
        .extracting(ValueParserTest::answer)
        .containsExactly("b", "a", "b");
    assertThat(model.batches()).containsExactly(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fail", "overflow"})
  void ofABatchThatFailsOnlyTheOneToBlameIsRejected(String culprit) {
    List<Prepared> read = texts.read(events("a", culprit, "b"));
    assertThat(answer(read.get(0))).isEqualTo("a");
    assertThat(answer(read.get(2))).isEqualTo("b");
    assertThat(((Rejected) read.get(1)).reason().code()).isEqualTo(ReasonCode.MODEL_FAILED);
    assertThat(model.batches())
        .as("all, then each alone, and a probe behind the one that fails")
        .containsExactly(3, 1, 1, 1, 1);
  }

  @Test
  void aModelThatFailsOnEverythingRejectsNothing() {
    TextReader reader = new TextReader(new Failing(() -> new AssertionError("broken")));
    assertThatThrownBy(() -> reader.read(events("a", "b")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The model fails on every text: java.lang.AssertionError: broken");
  }
}
