package io.garam.streams.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.garam.nlu.io.Json;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Content of the registry: which bundles there are, which of them are active, and which are
 * canaries. It is what its statements say, the last of each key; a record that says nothing
 * readable is as if it were not there. Not safe for many threads.
 */
public final class RegistryContent {

  private static final String BUNDLE = "bundle/";
  private static final String ACTIVE = "active/";
  private static final String ROLLOUT = "rollout/";
  private static final int MOST_BYTES = 1 << 20;

  private final Map<String, PushedBundle> bundles = new TreeMap<>();
  private final Map<String, Activation> activations = new TreeMap<>();
  private final Map<String, Rollout> rollouts = new TreeMap<>();

  static String key(PushedBundle bundle) {
    return BUNDLE + bundle.id();
  }

  static String activationKey(String name) {
    return ACTIVE + name;
  }

  static String rolloutKey(String name) {
    return ROLLOUT + name;
  }

  static byte[] bytes(Object statement) {
    try {
      return Json.MAPPER.writeValueAsBytes(statement);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a statement always has a JSON form", e);
    }
  }

  /** Takes in a record of the statements. */
  void apply(ConsumerRecord<byte[], byte[]> record) {
    String key = record.key() == null ? "" : new String(record.key(), UTF_8);
    if (key.startsWith(BUNDLE)) {
      put(
          bundles,
          key,
          read(
              record.value(),
              PushedBundle.class,
              one -> key(one).equals(key) && isDigest(one.digest())));
    } else if (key.startsWith(ACTIVE)) {
      put(
          activations,
          key,
          read(
              record.value(),
              Activation.class,
              one -> activationKey(one.name()).equals(key) && isDigest(one.digest())));
    } else if (key.startsWith(ROLLOUT)) {
      put(
          rollouts,
          key,
          read(
              record.value(),
              Rollout.class,
              one ->
                  rolloutKey(one.name()).equals(key)
                      && (one.canary() == null || isDigest(one.canary().digest()))));
    }
  }

  private interface Condition<T> {
    boolean holds(T statement);
  }

  private static <T> void put(Map<String, T> statements, String key, @Nullable T statement) {
    if (statement == null) {
      statements.remove(key);
    } else {
      statements.put(key, statement);
    }
  }

  private static <T> @Nullable T read(
      byte @Nullable [] value, Class<T> type, Condition<T> condition) {
    if (value == null || value.length > MOST_BYTES) {
      return null;
    }
    try {
      T statement = Json.MAPPER.readValue(value, type);
      return statement != null && condition.holds(statement) ? statement : null;
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  private static boolean isDigest(String text) {
    return text.matches("[0-9a-f]{16}");
  }

  /** Returns all bundles, by name and digest. */
  public List<PushedBundle> bundles() {
    return List.copyOf(bundles.values());
  }

  /** Returns what is active, by name. */
  public List<Activation> activations() {
    return List.copyOf(activations.values());
  }

  /** Returns what is active under a name. */
  public Optional<Activation> activation(String name) {
    return Optional.ofNullable(activations.get(activationKey(name)));
  }

  /** Returns all roll-outs, by name. */
  public List<Rollout> rollouts() {
    return List.copyOf(rollouts.values());
  }

  /** Returns the roll-out under a name, one without a step where there was none. */
  public Rollout rollout(String name) {
    return Optional.ofNullable(rollouts.get(rolloutKey(name)))
        .orElseGet(() -> new Rollout(name, null, List.of()));
  }

  /** Returns a bundle; nothing where it is not there or not whole. */
  public Optional<PushedBundle> bundle(String name, String digest) {
    return Optional.ofNullable(bundles.get(BUNDLE + new ModelName(name, digest)));
  }

  /** Returns the SHA-256 of the chunks of a bundle that no other one has. */
  Set<String> chunksOfAlone(PushedBundle bundle) {
    Set<String> chunks = chunks(bundle);
    bundles.values().stream()
        .filter(other -> !other.id().equals(bundle.id()))
        .forEach(other -> chunks.removeAll(chunks(other)));
    return chunks;
  }

  private static Set<String> chunks(PushedBundle bundle) {
    return bundle.files().stream()
        .flatMap(file -> file.chunks().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
