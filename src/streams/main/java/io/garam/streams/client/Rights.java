package io.garam.streams.client;

import io.garam.nlu.GaramException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.jspecify.annotations.Nullable;

/** Access rights of the user in the client settings, as far as the brokers tell them. */
public record Rights(Brokers brokers) {

  /**
   * Returns which operations are not granted; none where the brokers do not say.
   *
   * @param granted null or empty where the brokers do not say
   */
  public static List<AclOperation> missing(
      Collection<AclOperation> needed, @Nullable Set<AclOperation> granted) {
    return granted == null || granted.isEmpty()
        ? List.of()
        : needed.stream().filter(operation -> !granted.contains(operation)).toList();
  }

  /**
   * Refuses what lacks a right.
   *
   * @param kind such as "topic"
   * @throws GaramException if one is missing
   */
  public void require(
      Collection<AclOperation> needed,
      @Nullable Set<AclOperation> granted,
      String kind,
      String name) {
    if (granted == null) {
      return;
    }
    for (AclOperation operation : missing(needed, granted)) {
      throw new GaramException(
          "Expected the right "
              + operation
              + " to the "
              + kind
              + " "
              + name
              + " on "
              + brokers.addresses()
              + ", but the user in the client settings has only "
              + granted.stream().sorted().toList()
              + "; grant it and start again.");
    }
  }
}
