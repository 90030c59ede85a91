package io.garam.nlu.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import io.garam.nlu.bundle.GoldenUtterances.GoldenUtterance;
import io.garam.nlu.io.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The golden utterances as a file: one JSON object a line. */
final class GoldenFile {

  private GoldenFile() {}

  /**
   * Reads the content of the file.
   *
   * @throws IllegalArgumentException if a line is null
   * @throws IOException if one is no golden utterance
   */
  static GoldenUtterances read(byte[] content) throws IOException {
    try (MappingIterator<GoldenUtterance> rows =
        StrictJson.MAPPER
            .readerFor(GoldenUtterance.class)
            // Dialogue and speaker are left out where there are none.
            .without(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .readValues(content)) {
      List<GoldenUtterance> utterances = rows.readAll();
      if (utterances.contains(null)) {
        throw new IllegalArgumentException("a line of " + ModelBundle.GOLDEN + " that is null");
      }
      return new GoldenUtterances(utterances);
    }
  }

  /** Returns the content of the file. */
  static byte[] write(GoldenUtterances golden) throws JsonProcessingException {
    List<String> lines = new ArrayList<>();
    for (GoldenUtterance utterance : golden.utterances()) {
      lines.add(Json.MAPPER.writeValueAsString(utterance) + "\n");
    }
    return String.join("", lines).getBytes(StandardCharsets.UTF_8);
  }
}
