package io.garam.nlu.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.util.regex.Pattern;

/** Reason for which text is no JSON, where the JSON library's words name its own classes. */
public final class JsonFault {

  /** The library quotes its classes and settings so, and the place of an opening bracket. */
  private static final Pattern CLASSES =
      Pattern.compile(" \\(for \\w+ starting at .*|[,:(][^,:(]*`.*", Pattern.DOTALL);

  private JsonFault() {}

  /** Returns the reason, to stand in parentheses in a sentence that names the text. */
  public static String of(JsonProcessingException fault) {
    if (fault instanceof StreamConstraintsException) {
      return "it is nested too deep, or has a name or a number that is too long";
    }
    if (fault instanceof JsonEOFException) {
      return "it ends in the middle";
    }
    String message = fault.getOriginalMessage().lines().findFirst().orElse("");
    return CLASSES.matcher(message).replaceAll("");
  }
}
