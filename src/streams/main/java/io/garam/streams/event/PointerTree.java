package io.garam.streams.event;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON pointers as one tree, so that one pass over an event follows them all. */
final class PointerTree {

  private final Map<String, PointerTree> members = new HashMap<>();
  private final List<EventField> fields = new ArrayList<>();

  private PointerTree() {}

  static PointerTree of(Map<EventField, JsonPointer> pointers) {
    PointerTree root = new PointerTree();
    pointers.forEach(
        (field, pointer) -> {
          PointerTree node = root;
          for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
            node =
                node.members.computeIfAbsent(rest.getMatchingProperty(), name -> new PointerTree());
          }
          node.fields.add(field);
        });
    return root;
  }

  /** Returns the fields whose pointers end here. */
  List<EventField> fields() {
    return fields;
  }

  /** Returns where the pointers go on that lead into a member of an object, null if none does. */
  @Nullable PointerTree member(String name) {
    return members.get(name);
  }

  /** Returns where the pointers go on that lead into an element of an array, null if none does. */
  @Nullable PointerTree element(int index) {
    return members.isEmpty() ? null : members.get(Integer.toString(index));
  }
}
