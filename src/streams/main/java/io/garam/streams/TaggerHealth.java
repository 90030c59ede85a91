package io.garam.streams;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Health of a tagger at one moment, as probes ask for it.
 *
 * @param state what Kafka Streams says of itself, such as {@code RUNNING}
 * @param live whether it works, or will by itself: false once a failure has ended it
 * @param assigned whether its share of the partitions is known and tagging goes on
 * @param brokersAnswer whether a broker has answered lately
 * @param brokersSilentSince when a broker has answered last, as an ISO-8601 instant, where that is
 *     some seconds ago; else null
 * @since 0.1.0
 */
public record TaggerHealth(
    String state,
    boolean live,
    boolean assigned,
    boolean brokersAnswer,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String brokersSilentSince) {

  /** Says whether events that are written now are tagged now. */
  public boolean isReady() {
    return live && assigned && brokersAnswer;
  }
}
