package io.garam.app.poison;

import static io.garam.app.poison.Poison.TAGGED;
import static io.garam.app.poison.Poison.header;
import static java.nio.charset.StandardCharsets.UTF_16;

import io.garam.streams.event.ReasonCode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.Header;

/**
 * Poison that topics of the usual limits are enough for. The input topic takes all of it; the
 * output topic is compacted, and like the dead-letter topic has Kafka's own limits of size and
 * time.
 */
final class PoisonRows {

  private static final String TOO_LARGE = ReasonCode.OUTPUT_TOO_LARGE.code();

  private PoisonRows() {}

  static List<Poison> all() {
    List<Poison> all = new ArrayList<>();
    all.addAll(keys());
    all.addAll(headers());
    all.addAll(times());
    all.addAll(json());
    all.addAll(texts());
    return all;
  }

  private static List<Poison> keys() {
    byte[] large = new byte[1_048_400];
    return List.of(
        Poison.key("a key of 1,048,400 bytes", large, TOO_LARGE),
        Poison.key("a tombstone with a key of 1,048,500 bytes", new byte[1_048_500], TOO_LARGE)
            .tombstone(),
        Poison.key("no key", null, ReasonCode.KEY_MISSING.code()),
        Poison.key("a tombstone without a key", null, ReasonCode.KEY_MISSING.code()).tombstone(),
        Poison.key("an empty key", new byte[0], TAGGED),
        Poison.key("a key of 300,000 bytes", new byte[300_000], TAGGED));
  }

  private static List<Poison> headers() {
    List<Header> many =
        IntStream.range(0, 120_000).mapToObj(i -> header("h" + i, new byte[1])).toList();
    return List.of(
        Poison.headers(
            "a header of 1,048,300 bytes", List.of(header("h", new byte[1_048_300])), TOO_LARGE),
        Poison.headers("120,000 headers that fit no more", many, TOO_LARGE),
        Poison.headers("100,000 headers that fit", many.subList(0, 100_000), TAGGED),
        Poison.headers(
            "headers without name and value",
            List.of(header("", null), header("", new byte[0]), header("garam.source", null)),
            TAGGED),
        Poison.headers(
            "headers that a dead letter has",
            List.of(
                header("garam.dead.letter.reason", null), header("__streams.errors.topic", null)),
            TAGGED));
  }

  private static List<Poison> times() {
    return List.of(
        Poison.aYearAhead(),
        Poison.time("the last of all times", Long.MAX_VALUE, ReasonCode.TIME_REFUSED.code()),
        Poison.time("the first of all times", 0, TAGGED));
  }

  /** Names of equal hash: of 2 to the power of pairs. */
  private static String colliding(String one, String other, int pairs, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                IntStream.range(0, pairs)
                    .mapToObj(bit -> (i >> bit & 1) == 0 ? one : other)
                    .collect(Collectors.joining("", "\"", "\":1,")))
        .collect(Collectors.joining());
  }

  private static List<Poison> json() {
    String text = "\"text\":\"안녕하세요\"}";
    String news =
        IntStream.range(0, 4000)
            .mapToObj(i -> "\"name" + i + "\":1,")
            .collect(Collectors.joining());
    String limit = ReasonCode.JSON_LIMIT.code();
    return List.of(
        Poison.value(
            "400 names that hash alike in the JSON library",
            "{" + colliding("Aa", "B@", 9, 400) + text,
            TAGGED),
        Poison.value("4,000 new names behind them", "{" + news + text, TAGGED),
        Poison.value(
            "16,384 names that hash alike in Java",
            "{" + colliding("Aa", "BB", 14, 16_384) + text,
            TAGGED),
        Poison.value("arrays in arrays", "{\"a\":" + "[".repeat(500_000), limit),
        Poison.value("objects in objects", "{\"a\":".repeat(150_000), limit),
        Poison.value("a number of 500,000 digits", "{\"a\":" + "9".repeat(500_000) + "}", limit),
        Poison.value("a name of 500,000 letters", "{\"" + "n".repeat(500_000) + "\":1}", limit),
        Poison.value(
            "a field twice", "{\"a\":1,\"a\":1," + text, ReasonCode.DUPLICATE_FIELD.code()),
        Poison.value(
            "a schema registry's Avro",
            new byte[] {0, 0, 0, 0, 1, 10},
            ReasonCode.SCHEMA_REGISTRY.code()),
        Poison.value("no bytes", new byte[0], ReasonCode.NOT_AN_OBJECT.code()),
        Poison.value("UTF-16", ("{" + text).getBytes(UTF_16), ReasonCode.NOT_UTF8.code()),
        Poison.value(
            "a lone surrogate as bytes",
            new byte[] {'{', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', ':', '1', '}'},
            ReasonCode.NOT_UTF8.code()));
  }

  private static List<Poison> texts() {
    String long9 = "9".repeat(900_000);
    return List.of(
        Poison.value("no text", "{}", ReasonCode.NO_TEXT.code()),
        Poison.value("a text that is a number", "{\"text\":5}", "text-not-a-string"),
        Poison.value("an empty text", "{\"text\":\"\"}", ReasonCode.BLANK_TEXT.code()),
        Poison.value("a text of lone surrogates", "{\"text\":\"\\ud800\\udc00\\udc00 a\"}", TAGGED),
        Poison.value("a text of 900,000 letters", Poison.event("가".repeat(300_000)), TAGGED),
        Poison.value("a text of one word of 900,000", Poison.event(long9), TAGGED),
        Poison.value(
            "an utterance's id of 900,000 digits in a string",
            "{\"utteranceId\":\"" + long9 + "\",\"text\":\"네\"}",
            TAGGED),
        Poison.value(
            "a speaker of 900,000 letters",
            "{\"speaker\":\"" + long9 + "\",\"text\":\"네\"}",
            TAGGED),
        Poison.value(
            "a speaker of a lone surrogate",
            "{\"speaker\":\"\\udc00\",\"utteranceId\":\"\\ud800\",\"text\":\"네\"}",
            TAGGED),
        Poison.value(
            "255,000 combining marks in turn",
            Poison.event("\u0301\u0316".repeat(127_500)),
            TAGGED),
        Poison.value(
            "an event that fits no longer once it is tagged",
            Poison.event("9".repeat(1_048_300)),
            TOO_LARGE));
  }
}
