package io.garam.streams;

import io.garam.nlu.GaramException;
import io.garam.streams.config.GaramConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Asks the brokers for the topics before Kafka Streams does, which would wait for minutes or end
 * with a stack trace where an address, a name or a right is missing.
 */
final class TopicCheck {

  private static final long PAUSE_MS = 50;

  private final GaramConfig config;

  TopicCheck(GaramConfig config) {
    this.config = config;
  }

  /**
   * Returns if all topics are there, after creating them if the configuration says so.
   *
   * @throws GaramException if the brokers do not answer in time or refuse, or a topic is missing
   */
  void run() {
    try (Admin admin = connect()) {
      List<String> missing = missing(admin);
      if (!missing.isEmpty() && config.createTopics()) {
        create(admin, missing);
        missing = awaitAll(admin);
      }
      if (!missing.isEmpty()) {
        throw new GaramException(
            "Expected the topic "
                + String.join(" and the topic ", missing)
                + " on "
                + config.bootstrapServers()
                + ", but "
                + (missing.size() == 1 ? "it does" : "they do")
                + " not exist; create "
                + (missing.size() == 1 ? "it" : "them")
                + ", correct the name, or run again with --create-topics.");
      }
    }
  }

  private Admin connect() {
    Map<String, Object> properties =
        new HashMap<>(
            new StreamsConfig(config.streamsProperties()).getAdminConfigs("garam-topic-check"));
    properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, config.connectTimeoutMs());
    properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, config.connectTimeoutMs());
    try {
      return Admin.create(properties);
    } catch (KafkaException e) {
      throw new GaramException(
          "Expected to connect to Kafka at "
              + config.bootstrapServers()
              + ", but the address or the security settings do not do ("
              + rootMessage(e)
              + "); correct them.",
          e);
    }
  }

  private List<String> missing(Admin admin) {
    List<String> names =
        List.of(config.inputTopic(), config.outputTopic(), config.deadLetterTopic());
    List<String> missing = new ArrayList<>();
    admin
        .describeTopics(names)
        .topicNameValues()
        .forEach(
            (name, found) -> {
              if (answer(found, UnknownTopicOrPartitionException.class, name).isEmpty()) {
                missing.add(name);
              }
            });
    missing.sort(Comparator.comparingInt(names::indexOf));
    return missing;
  }

  private void create(Admin admin, List<String> names) {
    List<NewTopic> topics =
        names.stream()
            .map(
                name -> new NewTopic(name, Optional.of(config.topicPartitions()), Optional.empty()))
            .toList();
    admin
        .createTopics(topics)
        .values()
        .forEach((name, created) -> answer(created, TopicExistsException.class, name));
  }

  /** A topic just created is not known to every broker at once. */
  private List<String> awaitAll(Admin admin) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(config.connectTimeoutMs());
    List<String> missing = missing(admin);
    while (!missing.isEmpty() && System.nanoTime() < deadline) {
      try {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
      missing = missing(admin);
    }
    return missing;
  }

  /** Returns the answer about a topic; empty if the brokers answered with {@code expected}. */
  private <T> Optional<T> answer(
      KafkaFuture<T> future, Class<? extends Exception> expected, String topic) {
    try {
      return Optional.ofNullable(future.get(config.connectTimeoutMs(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      if (expected.isInstance(e.getCause())) {
        return Optional.empty();
      }
      throw failure(e.getCause() == null ? e : e.getCause(), topic);
    } catch (TimeoutException e) {
      throw failure(e, topic);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private GaramException failure(Throwable cause, String topic) {
    String address = config.bootstrapServers();
    if (cause instanceof AuthorizationException) {
      return new GaramException(
          "Expected to be allowed to use the topic "
              + topic
              + " on "
              + address
              + ", but the brokers refused ("
              + cause.getMessage()
              + "); grant the right to the user in the client settings.",
          cause);
    }
    if (cause instanceof AuthenticationException) {
      return new GaramException(
          "Expected to be let in by Kafka at "
              + address
              + ", but the brokers refused the credentials ("
              + cause.getMessage()
              + "); correct the security settings.",
          cause);
    }
    if (cause instanceof TimeoutException
        || cause instanceof org.apache.kafka.common.errors.TimeoutException) {
      return new GaramException(
          "Expected Kafka at "
              + address
              + ", but nothing answered within "
              + config.connectTimeoutMs() / 1000.0
              + " s; start the broker, or correct the address or the security settings.",
          cause);
    }
    return new GaramException(
        "Expected the brokers at "
            + address
            + " to accept the topic "
            + topic
            + ", but they answered: "
            + rootMessage(cause)
            + "; mend that and start again.",
        cause);
  }

  private static GaramException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new GaramException(
        "Expected to look for the topics, but was interrupted; start again.", e);
  }

  private static String rootMessage(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }
}
