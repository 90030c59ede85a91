package io.garam.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.garam.nlu.Intent;
import io.garam.nlu.text.Printable;
import io.garam.streams.output.TaggedRecord;
import io.garam.web.server.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Filter of tagged events, as a page asks for them: by what it is shown, so that no answer tells of
 * more. What is cheap to look at comes first: an event is read for its text and its speaker alone
 * where all else fits.
 *
 * @param intent null for any
 * @param unknown whether nothing but unknown fits
 * @param dialogue its name in UTF-8, null for any
 * @param speaker null for any
 * @param text a part of the text in lower case, null for any
 * @param header null for any
 */
record EventFilter(
    @Nullable String intent,
    float minConfidence,
    float maxConfidence,
    boolean unknown,
    byte @Nullable [] dialogue,
    @Nullable String speaker,
    @Nullable String text,
    @Nullable HeaderValue header) {

  private static final int LONGEST_QUOTE = 100;

  /** A header with its value. */
  record HeaderValue(String name, String value) {}

  /**
   * Reads a filter from the parameters of a request, of which those that are empty mean nothing.
   *
   * @throws Problem.Refusal if one cannot be
   */
  static EventFilter of(Map<String, String> query) {
    String dialogue = given(query, "dialogue");
    String text = given(query, "text");
    return new EventFilter(
        given(query, "intent"),
        confidence(query, "minConfidence", 0),
        confidence(query, "maxConfidence", 1),
        Boolean.parseBoolean(query.get("unknown")),
        dialogue == null ? null : dialogue.getBytes(UTF_8),
        given(query, "speaker"),
        text == null ? null : text.toLowerCase(Locale.ROOT),
        header(given(query, "header")));
  }

  private static @Nullable String given(Map<String, String> query, String name) {
    String value = query.get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  private static float confidence(Map<String, String> query, String name, float otherwise) {
    String given = given(query, name);
    if (given == null) {
      return otherwise;
    }
    try {
      float number = Float.parseFloat(given);
      if (number >= 0 && number <= 1) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, as of a number that is none of these.
    }
    throw refusal(name + " to be a number from 0 to 1, such as 0.5", given);
  }

  private static @Nullable HeaderValue header(@Nullable String given) {
    if (given == null) {
      return null;
    }
    int mark = given.indexOf('=');
    if (mark < 1) {
      throw refusal("header to be the name and the value of one, such as source=web", given);
    }
    return new HeaderValue(given.substring(0, mark), given.substring(mark + 1));
  }

  private static Problem.Refusal refusal(String expected, String found) {
    return Problem.of(
            400,
            "input",
            "Expected "
                + expected
                + ", but found "
                + Printable.beginning(found, LONGEST_QUOTE)
                + "; correct that filter.")
        .refusal();
  }

  /** Returns the same filter without what would tell of texts that are not shown. */
  EventFilter withoutTexts() {
    return new EventFilter(
        intent, minConfidence, maxConfidence, unknown, dialogue, speaker, null, null);
  }

  /** Says whether an event fits. */
  boolean fits(LiveEvent event) {
    TaggedRecord tagged = event.record();
    Intent found = tagged.intent();
    return (intent == null || intent.equals(found.label()))
        && event.confidence() >= minConfidence
        && event.confidence() <= maxConfidence
        && (!unknown || found.label().equals(Intent.UNKNOWN))
        && (dialogue == null || Arrays.equals(dialogue, tagged.key()))
        && (header == null || event.hasHeader(header.name(), header.value()))
        && (speaker == null || event.isBy(speaker))
        && (text == null || event.says(text));
  }
}
