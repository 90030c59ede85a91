package io.garam.streams.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class FailurePlaceTest {

  private static String where(String message, String inFlight) {
    return FailurePlace.sentence(
        new StreamsException("outer", new IllegalStateException(message)),
        Optional.ofNullable(inFlight));
  }

  @Test
  void whereItHappenedIsSaidAsFarAsItIsKnown() {
    String record = "Exception caught. taskId=0_3, topic=utterances, partition=3, offset=1234";
    String sending = "Error encountered sending record to topic intents for task 0_0";
    assertThat(where("x", null)).isEmpty();
    assertThat(where(record, null)).isEqualTo(" It happened at utterances-3@1234.");
    assertThat(where(record, "u-0@1"))
        .as("the record itself goes before all that is in flight")
        .isEqualTo(" It happened at utterances-3@1234.");
    assertThat(where("x", "u-0@1 to @3"))
        .isEqualTo(" It happened with these in hand: u-0@1 to @3.");
    assertThat(where(sending, null)).isEqualTo(" It happened while writing to the topic intents.");
    assertThat(where(sending + ", " + record, null))
        .isEqualTo(" It happened at utterances-3@1234, while writing to the topic intents.");
    assertThat(where(null, null)).isEmpty();
  }
}
