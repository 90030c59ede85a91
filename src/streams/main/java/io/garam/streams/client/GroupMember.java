package io.garam.streams.client;

/**
 * Member of a consumer group, a thread at work.
 *
 * @param clientId the name that it gave itself
 * @param host where it is, as the brokers see it
 */
public record GroupMember(String clientId, String host) {

  /** Returns both, for a sentence. */
  @Override
  public String toString() {
    return clientId + " at " + (host.startsWith("/") ? host.substring(1) : host);
  }
}
