package io.garam.streams.event;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.ArrayList;
import java.util.List;

/**
 * Path of the intent: the names of the fields that lead to it, each in the object before it.
 *
 * @param names at least one
 */
record IntentPath(List<String> names) {

  static IntentPath of(JsonPointer pointer) {
    List<String> names = new ArrayList<>();
    for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
      names.add(rest.getMatchingProperty());
    }
    return new IntentPath(List.copyOf(names));
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
    return new IntentSlot(
        end, end, (isEmpty ? "" : ",") + name(depth) + opened(depth + 1), closed(depth + 1), false);
  }

  /** Returns the slot of a value that is there, or of a null in place of one of its parents. */
  IntentSlot value(int depth, int from, int to, boolean isTaken) {
    return new IntentSlot(from, to, opened(depth), closed(depth), isTaken);
  }

  private String opened(int depth) {
    StringBuilder braces = new StringBuilder();
    for (int i = depth; i < names.size(); i++) {
      braces.append('{').append(name(i));
    }
    return braces.toString();
  }

  private String closed(int depth) {
    return "}".repeat(names.size() - depth);
  }

  private String name(int depth) {
    return "\""
        + new String(JsonStringEncoder.getInstance().quoteAsString(names.get(depth)))
        + "\":";
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
