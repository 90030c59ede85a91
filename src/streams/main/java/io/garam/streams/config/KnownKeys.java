package io.garam.streams.config;

import io.garam.nlu.text.Nearest;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The configuration keys that Garam and Kafka have, under all prefixes. Kafka itself takes any key,
 * for the sake of plug-ins, and so passes over a misspelt one without a word.
 */
final class KnownKeys {

  /** A key that differs by at most this many letters is taken for a misspelling. */
  private static final int MOST_ERRORS = 2;

  /** What follows is a name that users choose. */
  private static final List<String> OPEN_PREFIXES =
      List.of("config.providers.", StreamsConfig.CLIENT_TAG_PREFIX, "listener.name.");

  private static final List<String> CONSUMER_PREFIXES =
      List.of(
          "",
          StreamsConfig.CONSUMER_PREFIX,
          StreamsConfig.MAIN_CONSUMER_PREFIX,
          StreamsConfig.RESTORE_CONSUMER_PREFIX,
          StreamsConfig.GLOBAL_CONSUMER_PREFIX);

  private static final Set<String> KEYS = keys();

  private KnownKeys() {}

  static boolean contains(String key) {
    return KEYS.contains(key) || OPEN_PREFIXES.stream().anyMatch(key::startsWith);
  }

  /** Returns all known keys, apart from those whose names users choose. */
  static Set<String> all() {
    return KEYS;
  }

  /** Returns the known key that an unknown one is probably meant to be. */
  static Optional<String> nearest(String key) {
    return KEYS.stream()
        .filter(known -> Math.abs(known.length() - key.length()) <= MOST_ERRORS)
        .filter(known -> Nearest.distance(key, known) <= MOST_ERRORS)
        .min(
            Comparator.comparingInt((String known) -> Nearest.distance(key, known))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static Set<String> keys() {
    Set<String> keys = new TreeSet<>(GaramConfig.DEFINITION.names());
    keys.addAll(StreamsConfig.configDef().names());
    CONSUMER_PREFIXES.forEach(prefix -> add(keys, prefix, ConsumerConfig.configNames()));
    List.of("", StreamsConfig.PRODUCER_PREFIX)
        .forEach(prefix -> add(keys, prefix, ProducerConfig.configNames()));
    List.of("", StreamsConfig.ADMIN_CLIENT_PREFIX)
        .forEach(prefix -> add(keys, prefix, AdminClientConfig.configNames()));
    add(keys, StreamsConfig.TOPIC_PREFIX, topicKeys());
    return keys;
  }

  private static void add(Set<String> keys, String prefix, Set<String> names) {
    names.forEach(name -> keys.add(prefix + name));
  }

  /** Kafka's clients have the names of a topic's settings as constants alone. */
  private static Set<String> topicKeys() {
    Set<String> names = new TreeSet<>();
    Stream.of(TopicConfig.class.getFields())
        .filter(field -> field.getName().endsWith("_CONFIG"))
        .filter(field -> field.getType() == String.class && Modifier.isStatic(field.getModifiers()))
        .forEach(field -> names.add(value(field)));
    return names;
  }

  private static String value(Field field) {
    try {
      return (String) field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("a public constant can be read", e);
    }
  }
}
