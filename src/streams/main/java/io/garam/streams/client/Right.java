package io.garam.streams.client;

import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;

/** Access right, as a rule of the brokers grants it: an operation on a resource. */
public record Right(AclOperation operation, ResourceType type, String name) {

  /** Returns a right to a topic. */
  public static Right topic(AclOperation operation, String topic) {
    return new Right(operation, ResourceType.TOPIC, topic);
  }

  /** Returns a right to a consumer group. */
  public static Right group(AclOperation operation, String group) {
    return new Right(operation, ResourceType.GROUP, group);
  }

  /** Returns what it is a right to, in words. */
  String subject() {
    return switch (type) {
      case TOPIC -> "the topic " + name;
      case GROUP -> "the group " + name;
      case TRANSACTIONAL_ID -> "the transactional id " + name;
      default -> type + " " + name;
    };
  }
}
