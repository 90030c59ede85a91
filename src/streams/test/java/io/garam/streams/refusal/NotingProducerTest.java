package io.garam.streams.refusal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class NotingProducerTest {

  @Test
  void offsetsThatAreNotTakenInTimeEndTheTransactionAsFencingDoes() {
    TimeoutException late = new TimeoutException("after 60000ms");

    assertThatThrownBy(
            () ->
                NotingProducer.wholeOrFenced(
                    () -> {
                      throw late;
                    }))
        .isInstanceOf(InvalidProducerEpochException.class)
        .hasMessageContaining("after 60000ms")
        .hasCause(late);
  }

  @Test
  void otherFailuresOfOffsetsStayWhatTheyAre() {
    IllegalStateException other = new IllegalStateException();

    assertThatThrownBy(
            () ->
                NotingProducer.wholeOrFenced(
                    () -> {
                      throw other;
                    }))
        .isSameAs(other);
  }
}
