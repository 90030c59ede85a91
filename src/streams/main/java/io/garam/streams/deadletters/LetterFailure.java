package io.garam.streams.deadletters;

import io.garam.nlu.GaramException;
import io.garam.streams.client.Causes;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;

/** Failure to send letters again that is no fault of one record, in a sentence. */
record LetterFailure(DeadLetterTopic letters) {

  GaramException of(KafkaException e) {
    Causes causes = new Causes(e);
    return causes.have(ProducerFencedException.class)
            || causes.have(InvalidProducerEpochException.class)
        ? new GaramException(
            "Expected to be the only replay of "
                + letters.name()
                + " in the group "
                + letters.group()
                + ", but another has begun or this one was idle for too long; what was not sent is"
                + " left to the other, or start again.",
            e)
        : letters.brokers().failure(e, "the dead letters of " + letters.name());
  }
}
