package io.garam.streams.refusal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class TaggerProducerTest {

  @Test
  void aCommitThatIsNotAnsweredInTimeEndsAsFencingDoes() {
    TimeoutException late = new TimeoutException("after 60000ms");

    assertThatThrownBy(
            () ->
                TaggerProducer.inTimeOrFenced(
                    () -> {
                      throw late;
                    }))
        .isInstanceOf(InvalidProducerEpochException.class)
        .hasMessageContaining("after 60000ms")
        .hasCause(late);
  }

  @Test
  void otherFailuresOfACommitStayWhatTheyAre() {
    IllegalStateException other = new IllegalStateException();

    assertThatThrownBy(
            () ->
                TaggerProducer.inTimeOrFenced(
                    () -> {
                      throw other;
                    }))
        .isSameAs(other);
  }
}
