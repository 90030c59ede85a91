package io.garam.app.poison;

import java.util.List;
import java.util.Random;

/** JSON at random, mostly valid, written in the many ways in which JSON can be written. */
final class FuzzJson {

  private static final List<String> WORDS =
      List.of("내일", "일정", "알려줘", "안녕하세요", "왜", "먹었니", "set", "alarm", "7", "!", "?", "...", "ㅋㅋ");

  /** Marks, joiners, surrogates, spaces, directions, and what normalization changes. */
  private static final int[] ODD = {
    0x0, 0x1b, 0x7f, 0xa0, 0xad, 0xdf, 0x130, 0x149, 0x300, 0x301, 0x316, 0x345, 0x390, 0x61c,
    0x1100, 0x1161, 0x11a8, 0x115f, 0x1160, 0x1e9e, 0x200b, 0x200d, 0x2028, 0x202e, 0x3000, 0x3164,
    0xac00, 0xd7a3, 0xd800, 0xdbff, 0xdc00, 0xdfff, 0xfb01, 0xfe0f, 0xfeff, 0xfdfa, 0xff21, 0xffa0,
    0xfffd, 0xffff, 0x10000, 0x1d15e, 0x1f468, 0x1f3fd, 0xe0001, 0x10ffff
  };

  private final Random random;

  FuzzJson(Random random) {
    this.random = random;
  }

  /** Returns a text as a JSON string holds it, not yet quoted. */
  String text() {
    StringBuilder text = new StringBuilder();
    int parts = 1 + random.nextInt(random.nextInt(20) == 0 ? 200 : 8);
    for (int i = 0; i < parts; i++) {
      text.append(
          switch (random.nextInt(12)) {
            case 0 -> Character.toString(ODD[random.nextInt(ODD.length)]);
            case 1 -> Character.toString(random.nextInt(0x110000));
            case 2 -> Character.toString(ODD[random.nextInt(ODD.length)]).repeat(random.nextInt(9));
            case 3 -> " ";
            default -> WORDS.get(random.nextInt(WORDS.size())) + (random.nextBoolean() ? " " : "");
          });
    }
    return text.toString();
  }

  /** Returns a JSON string of a text: what must be escaped is, and some of the rest. */
  String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    int escapes = random.nextInt(4) == 0 ? 2 : 1000;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      boolean must = unit < 0x20 || unit == '"' || unit == '\\' || Character.isSurrogate(unit);
      if (must || random.nextInt(escapes) == 0) {
        json.append(String.format(random.nextBoolean() ? "\\u%04x" : "\\u%04X", (int) unit));
      } else {
        json.append(unit);
      }
    }
    return json.append('"').toString();
  }

  /** Returns white space, mostly none. */
  String space() {
    return random.nextInt(8) == 0 ? List.of(" ", "\n", "\t", "\r\n").get(random.nextInt(4)) : "";
  }

  /** Returns any value. */
  String value(int depth) {
    int kinds = depth > 4 ? 6 : 8;
    return switch (random.nextInt(kinds)) {
      case 0 -> "null";
      case 1 -> Boolean.toString(random.nextBoolean());
      case 2 -> Long.toString(random.nextLong());
      case 3 -> number();
      case 4, 5 -> quoted(text());
      case 6 -> object(depth);
      default -> array(depth);
    };
  }

  private String number() {
    return List.of(
            "0", "-0", "1e400", "-1.5E-300", "1.0", "9".repeat(1 + random.nextInt(300)), "0.1")
        .get(random.nextInt(7));
  }

  private String object(int depth) {
    StringBuilder json = new StringBuilder("{");
    int fields = random.nextInt(4);
    for (int i = 0; i < fields; i++) {
      json.append(i == 0 ? "" : ",").append(space()).append(quoted(name(i)));
      json.append(space()).append(':').append(space()).append(value(depth + 1));
    }
    return json.append(space()).append('}').toString();
  }

  private String array(int depth) {
    StringBuilder json = new StringBuilder("[");
    int elements = random.nextInt(4);
    for (int i = 0; i < elements; i++) {
      json.append(i == 0 ? "" : ",").append(space()).append(value(depth + 1));
    }
    return json.append(']').toString();
  }

  /** Returns the name of a field, none twice in an object. */
  String name(int index) {
    String kind = List.of("text", "intent", "Aa", "B@", "end", "\ud800", "이름", "").get(index % 8);
    return kind + "-" + index + "-" + random.nextInt(1 << random.nextInt(20));
  }
}
