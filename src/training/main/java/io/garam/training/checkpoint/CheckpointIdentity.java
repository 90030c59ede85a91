package io.garam.training.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.garam.nlu.io.Json;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Checkpoint identity, what a checkpoint is of: its first entry.
 *
 * @param training all that the training depends on, by name, the checkpoint's format included
 */
public record CheckpointIdentity(Map<String, String> training) {

  /** Is counted up when a checkpoint of before can no longer be gone on from. */
  private static final String FORMAT = "3";

  private static final String NAME = "training";

  /** Returns that of a checkpoint of this format. */
  public static CheckpointIdentity of(Map<String, String> training) {
    Map<String, String> all = new TreeMap<>(training);
    all.put("checkpoint format", FORMAT);
    return new CheckpointIdentity(Collections.unmodifiableMap(all));
  }

  void write(CheckpointVisitor checkpoint) {
    checkpoint.text(NAME, asText());
  }

  /**
   * Returns in what a checkpoint that is being read differs from this; empty if in nothing.
   *
   * @throws IllegalArgumentException if it does not say what it is of
   */
  Optional<String> difference(CheckpointVisitor checkpoint) {
    Map<String, String> found = asMap(checkpoint.text(NAME, ""));
    Set<String> differing = new TreeSet<>(training.keySet());
    differing.addAll(found.keySet());
    differing.removeIf(name -> Objects.equals(training.get(name), found.get(name)));
    return differing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            differing.stream()
                .map(name -> name + " " + of(found, name) + " and not " + of(training, name))
                .collect(Collectors.joining(", ")));
  }

  private static String of(Map<String, String> training, String name) {
    return training.getOrDefault(name, "none");
  }

  private String asText() {
    try {
      return Json.MAPPER.writeValueAsString(training);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of texts always has a JSON form", e);
    }
  }

  private static Map<String, String> asMap(String text) {
    try {
      return Json.MAPPER.readValue(text, new TypeReference<Map<String, String>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the checkpoint does not say what it is of", e);
    }
  }
}
