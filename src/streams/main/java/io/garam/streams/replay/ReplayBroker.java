package io.garam.streams.replay;

import io.garam.streams.client.Brokers;
import org.apache.kafka.clients.admin.Admin;

/** What a replay keeps on the brokers: topics, its plan among them, and groups. */
final class ReplayBroker implements AutoCloseable {

  private final Brokers brokers;
  private final Admin admin;

  /**
   * Connects.
   *
   * @throws io.garam.nlu.GaramException if an address or a security setting does not do
   */
  ReplayBroker(Brokers brokers) {
    this.brokers = brokers;
    this.admin = brokers.admin();
  }

  ReplayTopics topics() {
    return new ReplayTopics(brokers, admin);
  }

  ReplayGroups groups() {
    return new ReplayGroups(brokers, admin);
  }

  /** Returns the plan in a topic. */
  PlanTopic plan(String topic) {
    return new PlanTopic(brokers, topics(), topic);
  }

  @Override
  public void close() {
    admin.close();
  }
}
