package io.garam.app.poison;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.garam.streams.event.ExistingIntent;
import io.garam.streams.event.ReasonCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Records at random, the same for the same seed: good ones, bad ones, and good ones spoiled. */
final class FuzzRecords {

  /** The header that says which record it is, also in the output. */
  static final String ID = "fuzz";

  /** In bytes; whether a larger one fits depends on what is around it. */
  private static final int LARGE = 1_000_000;

  private static final String TIME_REFUSED = ReasonCode.TIME_REFUSED.code();

  private final Random random;
  private final ExistingIntent existing;
  private final FuzzJson json;
  private final long now = System.currentTimeMillis();
  private byte @Nullable [] before;

  /**
   * @param existing what becomes of an event that has an intent already
   */
  FuzzRecords(long seed, ExistingIntent existing) {
    this.random = new Random(seed);
    this.existing = existing;
    this.json = new FuzzJson(random);
  }

  /**
   * A record, and what must become of it.
   *
   * @param fate the code of its dead letter, {@link Poison#TAGGED}, or null where that depends
   * @param text what its output's label is of, null where that depends or there is none
   */
  record Fuzzed(
      ProducerRecord<byte[], byte[]> record, @Nullable String fate, @Nullable String text) {}

  private record Content(byte @Nullable [] value, @Nullable String fate, @Nullable String text) {

    static Content bad(String value, ReasonCode code) {
      return new Content(value.getBytes(UTF_8), code.code(), null);
    }
  }

  Fuzzed next(String topic, int id) {
    Content content = content();
    Long time = time();
    boolean refused = time != null && time > now + TimeUnit.HOURS.toMillis(1);
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic, null, time, key(), content.value());
    record.headers().add(ID, Integer.toString(id).getBytes(UTF_8));
    for (int i = random.nextInt(6) == 0 ? random.nextInt(5) : 0; i > 0; i--) {
      record.headers().add(headerName(), headerValue());
    }
    boolean large = random.nextInt(5000) == 0;
    if (large) {
      record.headers().add("large", new byte[random.nextInt(1_048_000)]);
    }
    before = content.value();
    // What is wrong with a value is said before what is wrong with its time.
    boolean forItsTime = refused && Poison.TAGGED.equals(content.fate());
    String fate = forItsTime ? TIME_REFUSED : content.fate();
    return new Fuzzed(record, large ? null : fate, refused ? null : content.text());
  }

  private byte @Nullable [] key() {
    int kind = random.nextInt(2000);
    if (kind == 0) {
      return new byte[random.nextInt(500_000)];
    }
    if (kind < 40) {
      return null;
    }
    if (kind < 80) {
      byte[] key = new byte[random.nextInt(600)];
      random.nextBytes(key);
      return key;
    }
    return ("d" + random.nextInt(300)).getBytes(UTF_8);
  }

  private String headerName() {
    return List.of("", "trace", "garam.prepared", "garam.dead.letter.reason", "garam.source", "제목")
        .get(random.nextInt(6));
  }

  private byte @Nullable [] headerValue() {
    byte[] value = new byte[random.nextInt(random.nextInt(50) == 0 ? 5000 : 20)];
    random.nextBytes(value);
    return random.nextInt(5) == 0 ? null : value;
  }

  private @Nullable Long time() {
    return switch (random.nextInt(200)) {
      case 0 -> 0L;
      case 1 -> (long) random.nextInt(Integer.MAX_VALUE);
      case 2 -> now + TimeUnit.DAYS.toMillis(1 + random.nextInt(1000));
      case 3 -> Long.MAX_VALUE - random.nextInt(2);
      case 4 -> now - TimeUnit.DAYS.toMillis(random.nextInt(10_000));
      default -> random.nextBoolean() ? now + random.nextInt(60_000) : null;
    };
  }

  private Content content() {
    int kind = random.nextInt(100);
    if (kind < 68) {
      return event(json.text());
    }
    if (kind < 72) {
      return event(json.text().repeat(1 + random.nextInt(random.nextInt(20) == 0 ? 200 : 40)));
    }
    if (kind < 82) {
      return spoiled(event(json.text()).value());
    }
    return switch (kind) {
      case 82, 83 -> new Content(null, Poison.TAGGED, null);
      case 84 ->
          Content.bad(
              "{\"text\":" + json.quoted(" \u200b\ufeff\u3164\u3000") + "}", ReasonCode.BLANK_TEXT);
      case 85 -> Content.bad("{\"a\":" + json.value(0) + "}", ReasonCode.NO_TEXT);
      case 86 ->
          Content.bad("{\"text\":" + json.value(9).length() + "}", ReasonCode.TEXT_NOT_A_STRING);
      case 87 -> Content.bad("[" + json.value(0) + "]", ReasonCode.NOT_AN_OBJECT);
      case 88 ->
          Content.bad(
              "{\"a\":1,\"a\":" + json.value(0) + ",\"text\":\"네\"}", ReasonCode.DUPLICATE_FIELD);
      case 89 ->
          Content.bad("{\"a\":" + "[".repeat(1001 + random.nextInt(9000)), ReasonCode.JSON_LIMIT);
      case 90 ->
          Content.bad(
              "{\"a\":" + "9".repeat(1001 + random.nextInt(9000)) + "}", ReasonCode.JSON_LIMIT);
      case 91 -> Content.bad("\0\0\0\0\1" + json.text(), ReasonCode.SCHEMA_REGISTRY);
      case 92 -> new Content("{\"text\":\"a\"}".getBytes(UTF_16), ReasonCode.NOT_UTF8.code(), null);
      case 93 -> new Content(noise(), null, null);
      case 94 -> new Content("{\"end\":true}".getBytes(UTF_8), Poison.TAGGED, null);
      case 95 -> new Content(before, null, null);
      case 96 -> random.nextInt(30) == 0 ? huge() : event(json.text());
      default -> spoiled(noise());
    };
  }

  /** An event: its fields in any order, and others around them. */
  private Content event(String text) {
    List<String> fields = new ArrayList<>();
    fields.add("\"text\"" + json.space() + ":" + json.space() + json.quoted(text));
    if (random.nextInt(3) == 0) {
      fields.add("\"utteranceId\":" + random.nextInt(50));
    }
    if (random.nextInt(3) == 0) {
      fields.add("\"speaker\":" + (random.nextInt(9) == 0 ? json.value(0) : json.quoted("user")));
    }
    if (random.nextInt(20) == 0) {
      fields.add("\"end\":" + (random.nextBoolean() ? "true" : json.value(0)));
    }
    boolean isTaken = false;
    if (random.nextInt(20) == 0) {
      String intent = json.value(0);
      isTaken = !intent.equals("null");
      fields.add("\"intent\":" + intent);
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      fields.add(json.quoted(json.name(i)) + ":" + json.value(0));
    }
    Collections.shuffle(fields, random);
    String whole =
        json.space() + "{" + String.join("," + json.space(), fields) + "}" + json.space();
    // Hangul's fillers count as letters, and nobody sees them.
    boolean blank =
        text.codePoints()
            .noneMatch(
                one ->
                    Character.isLetterOrDigit(one) && "\u115f\u1160\u3164\uffa0".indexOf(one) < 0);
    byte[] value = whole.getBytes(UTF_8);
    String fate =
        isTaken && existing == ExistingIntent.REFUSE
            ? ReasonCode.INTENT_EXISTS.code()
            : Poison.TAGGED;
    return new Content(value, blank || value.length > LARGE ? null : fate, text);
  }

  private Content huge() {
    return new Content(event("가".repeat(random.nextInt(400_000))).value(), null, null);
  }

  /** Some bytes changed, left out, doubled or cut off. */
  private Content spoiled(byte[] good) {
    byte[] bad = good.clone();
    for (int i = 1 + random.nextInt(3); i > 0 && bad.length > 0; i--) {
      int at = random.nextInt(bad.length);
      switch (random.nextInt(4)) {
        case 0 -> bad[at] = (byte) random.nextInt();
        case 1 -> bad[at] = (byte) "{}[]\",:\\".charAt(random.nextInt(8));
        case 2 -> bad = Arrays.copyOf(bad, at);
        default -> System.arraycopy(good, 0, bad, at, Math.min(good.length, bad.length - at));
      }
    }
    return new Content(bad, null, null);
  }

  private byte[] noise() {
    byte[] noise = new byte[random.nextInt(200)];
    random.nextBytes(noise);
    return noise;
  }
}
