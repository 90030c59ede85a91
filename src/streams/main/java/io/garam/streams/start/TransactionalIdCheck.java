package io.garam.streams.start;

import io.garam.nlu.GaramException;
import io.garam.streams.client.Brokers;
import io.garam.streams.config.GaramConfig;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Check of the right to transactional ids, which Kafka Streams makes up with the application id as
 * their beginning. The brokers tell of no such right, but refuse to describe a transaction without
 * any.
 */
public final class TransactionalIdCheck {

  private final GaramConfig config;
  private final Brokers brokers;

  public TransactionalIdCheck(GaramConfig config, Brokers brokers) {
    this.config = config;
    this.brokers = brokers;
  }

  /**
   * Returns if nothing is in the way, as far as the brokers tell.
   *
   * @throws GaramException if the right is missing
   */
  public void run(Admin admin) {
    if (!StreamsConfig.EXACTLY_ONCE_V2.equals(
        config.streamsProperties().get(StreamsConfig.PROCESSING_GUARANTEE_CONFIG))) {
      return;
    }
    String application = config.applicationId();
    try {
      brokers.answer(
          admin.describeTransactions(List.of(application + "-")).all(), "its transactions");
    } catch (GaramException e) {
      if (e.getCause() instanceof TransactionalIdAuthorizationException) {
        throw new GaramException(
            "Expected the right WRITE to the transactional ids that begin with "
                + application
                + " on "
                + brokers.addresses()
                + ", but the user in the client settings does not have it; grant it, with a pattern"
                + " of type prefixed, and start again.",
            e.getCause());
      }
    }
  }
}
