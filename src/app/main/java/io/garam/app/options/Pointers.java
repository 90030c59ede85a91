package io.garam.app.options;

import com.fasterxml.jackson.core.JsonPointer;
import io.garam.app.usage.UsageException;

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
      return JsonPointer.compile(pointer);
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "Expected a JSON pointer such as /text for --"
              + flag
              + ", but found \""
              + pointer
              + "\"; begin it with a slash.");
    }
  }
}
