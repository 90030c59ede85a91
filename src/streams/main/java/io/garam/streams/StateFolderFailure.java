package io.garam.streams;

import io.garam.nlu.GaramException;
import io.garam.streams.client.Causes;
import io.garam.streams.config.GaramConfig;
import org.apache.kafka.streams.errors.StreamsException;

/** Failure of Kafka Streams to use the folder of the state, in words. */
final class StateFolderFailure {

  private StateFolderFailure() {}

  static GaramException of(GaramConfig config, StreamsException e) {
    return new GaramException(
        "Expected to use the folder "
            + config.stateFolder()
            + " for what is remembered of dialogues, but Kafka Streams cannot ("
            + new Causes(e).root().getMessage()
            + "); give each instance on a machine a state.dir of its own, with room and the"
            + " right to write there.",
        e);
  }
}
