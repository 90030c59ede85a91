package io.garam.streams.event;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.regex.Pattern;

/**
 * Syntax of JSON pointers (RFC 6901): checks those that people give. Jackson takes a {@code ~} that
 * escapes nothing for itself, where other programs refuse the pointer or read another one.
 */
public final class PointerSyntax {

  private static final Pattern NO_ESCAPE = Pattern.compile("~(?![01])");

  private PointerSyntax() {}

  /**
   * Returns a pointer.
   *
   * @throws IllegalArgumentException if it is none; the message is what to do, as a clause
   */
  public static JsonPointer compile(String pointer) {
    if (!pointer.isEmpty() && !pointer.startsWith("/")) {
      throw new IllegalArgumentException("begin it with a slash");
    }
    if (NO_ESCAPE.matcher(pointer).find()) {
      throw new IllegalArgumentException("write ~0 for a ~ in a name, and ~1 for a slash");
    }
    return JsonPointer.compile(pointer);
  }
}
