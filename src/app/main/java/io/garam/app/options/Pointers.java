package io.garam.app.options;

import com.fasterxml.jackson.core.JsonPointer;
import io.garam.app.usage.UsageException;
import io.garam.streams.event.PointerSyntax;

/** JSON pointers as flags give them. */
public final class Pointers {

  private Pointers() {}

  /**
   * Returns a pointer.
   *
   * @param flag without its dashes, for the message
   * @throws UsageException if it is none
   */
  public static JsonPointer of(String flag, String pointer) {
    try {
      return PointerSyntax.compile(pointer);
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "Expected a JSON pointer such as /text for --"
              + flag
              + ", but found \""
              + pointer
              + "\"; "
              + e.getMessage()
              + ".");
    }
  }
}
