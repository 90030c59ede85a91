package io.garam.nlu.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.garam.nlu.io.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;

/**
 * Digest of a model: covers all that decides a label (files, views, decision) and not the
 * provenance, so that the same training gives the same digest on another day.
 */
final class ModelDigest {

  private static final int DIGITS = 16;

  private ModelDigest() {}

  /** Returns the first 16 hexadecimal digits of the SHA-256. */
  static String of(ModelSpec spec) {
    try {
      List<Object> parts = new ArrayList<>();
      Collections.addAll(
          parts, spec.words(), spec.characters(), spec.decision(), new TreeMap<>(spec.files()));
      if (spec.dialogue() != null) {
        parts.add(spec.dialogue());
      }
      if (spec.cascade() != null) {
        parts.add(spec.cascade());
      }
      return FileDigest.of(Json.MAPPER.writeValueAsBytes(parts)).sha256().substring(0, DIGITS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a model spec always has a JSON form", e);
    }
  }
}
