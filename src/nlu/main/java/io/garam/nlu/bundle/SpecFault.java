package io.garam.nlu.bundle;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.garam.nlu.io.JsonFault;
import io.garam.nlu.text.Printable;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Reason for which JSON is no spec or no golden utterance, where the JSON library's own words name
 * its classes.
 */
final class SpecFault {

  private static final int LONGEST = 300;

  private SpecFault() {}

  /** Returns the reason, to stand in parentheses in a sentence that names the file. */
  static String of(JsonProcessingException e) {
    JsonLocation location = e.getLocation();
    return Printable.beginning(reason(e), LONGEST)
        + (location == null || location.getLineNr() < 1 ? "" : " in line " + location.getLineNr());
  }

  private static String reason(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "the unknown field \"" + unknown.getPropertyName() + "\"";
    }
    if (e instanceof InvalidTypeIdException other) {
      return "the unknown type \"" + other.getTypeId() + "\"" + place(other);
    }
    if (e.getCause() instanceof IllegalArgumentException cause) {
      return String.valueOf(cause.getMessage());
    }
    return e instanceof JsonMappingException mapping
        ? "no value that fits" + place(mapping)
        : JsonFault.of(e);
  }

  private static String place(JsonMappingException e) {
    String path =
        e.getPath().stream()
            .map(Reference::getFieldName)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("."));
    return path.isEmpty() ? "" : " at " + path;
  }
}
