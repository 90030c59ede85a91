package io.garam.streams;

/**
 * Health of a tagger at one moment, as probes ask for it.
 *
 * @param state what Kafka Streams says of itself, such as {@code RUNNING}
 * @param live whether it works, or will by itself: false once a failure has ended it
 * @param assigned whether its share of the partitions is known and tagging goes on
 * @param brokersAnswer whether a broker has answered lately
 * @since 0.1.0
 */
public record TaggerHealth(String state, boolean live, boolean assigned, boolean brokersAnswer) {

  /** Says whether events that are written now are tagged now. */
  public boolean isReady() {
    return live && assigned && brokersAnswer;
  }
}
