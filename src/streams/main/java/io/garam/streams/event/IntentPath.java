package io.garam.streams.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Path of the intent: the names of the fields that lead to it, each in the object before it. */
final class IntentPath {

  private final List<String> names;

  /** What is written around the intent where so many names lead, made once for all events. */
  private final List<Surroundings> surroundings;

  /**
   * @param value before a value that is there
   * @param firstMember before the first member of an object
   * @param nextMember before another member
   * @param after the closing braces of {@code value}
   * @param afterMember those of a member
   */
  @SuppressWarnings("ArrayRecordComponent")
  private record Surroundings(
      byte[] value, byte[] firstMember, byte[] nextMember, byte[] after, byte[] afterMember) {

    /**
     * @param opening members from there on, the first after the brace of the object itself
     * @param depth how many of them there are
     */
    static Surroundings of(String opening, int depth) {
      String added = opening.isEmpty() ? "" : opening.substring(1);
      return new Surroundings(
          opening.getBytes(UTF_8),
          added.getBytes(UTF_8),
          ("," + added).getBytes(UTF_8),
          "}".repeat(depth).getBytes(UTF_8),
          "}".repeat(Math.max(0, depth - 1)).getBytes(UTF_8));
    }
  }

  private IntentPath(List<String> names) {
    this.names = names;
    List<Surroundings> fromInside = new ArrayList<>(List.of(Surroundings.of("", 0)));
    String opening = "";
    for (int depth = names.size() - 1; depth >= 0; depth--) {
      opening = "{" + member(names.get(depth)) + opening;
      fromInside.add(Surroundings.of(opening, names.size() - depth));
    }
    Collections.reverse(fromInside);
    this.surroundings = List.copyOf(fromInside);
  }

  static IntentPath of(JsonPointer pointer) {
    List<String> names = new ArrayList<>();
    for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
      names.add(rest.getMatchingProperty());
    }
    return new IntentPath(List.copyOf(names));
  }

  private static String member(String name) {
    return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(name)) + "\":";
  }

  /** Says whether a path of so many names is all of it. */
  boolean endsAt(int depth) {
    return depth == names.size();
  }

  /** Returns how many names lead to a member of an object, or -1 where it is not on the path. */
  int step(int depth, String member) {
    return depth >= 0 && depth < names.size() && names.get(depth).equals(member) ? depth + 1 : -1;
  }

  /**
   * Returns the slot at the end of an object that has no member on the path.
   *
   * @param depth how many names lead to the object
   * @param end of its members, in bytes
   */
  IntentSlot newMember(int depth, int end, boolean isEmpty) {
    Surroundings around = surroundings.get(depth);
    return new IntentSlot(
        end,
        end,
        isEmpty ? around.firstMember() : around.nextMember(),
        around.afterMember(),
        false);
  }

  /** Returns the slot of a value that is there, or of a null in place of one of its parents. */
  IntentSlot value(int depth, int from, int to, boolean isTaken) {
    Surroundings around = surroundings.get(depth);
    return new IntentSlot(from, to, around.value(), around.after(), isTaken);
  }

  /** Returns the pointer to the intent. */
  String pointer() {
    return pointer(names.size());
  }

  /** Returns the pointer to what so many names lead to. */
  String pointer(int depth) {
    JsonPointer pointer = JsonPointer.empty();
    for (String name : names.subList(0, depth)) {
      pointer = pointer.appendProperty(name);
    }
    return pointer.toString();
  }
}
