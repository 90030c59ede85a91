package io.garam.streams.event;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.ArrayList;
import java.util.List;

/** Path of the intent: the names of the fields that lead to it, each in the object before it. */
final class IntentPath {

  private final List<String> names;

  /** The members that are opened where so many names lead, made once and not for each event. */
  private final String[] openings;

  private IntentPath(List<String> names) {
    this.names = names;
    this.openings = new String[names.size() + 1];
    openings[names.size()] = "";
    for (int depth = names.size() - 1; depth >= 0; depth--) {
      openings[depth] = "{" + member(names.get(depth)) + openings[depth + 1];
    }
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
   * @param end of its members
   */
  IntentSlot newMember(int depth, int end, boolean isEmpty) {
    // The brace of the object itself is there already.
    String added = openings[depth].substring(1);
    return new IntentSlot(end, end, isEmpty ? added : "," + added, closed(depth + 1), false);
  }

  /** Returns the slot of a value that is there, or of a null in place of one of its parents. */
  IntentSlot value(int depth, int from, int to, boolean isTaken) {
    return new IntentSlot(from, to, openings[depth], closed(depth), isTaken);
  }

  private String closed(int depth) {
    return "}".repeat(names.size() - depth);
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
