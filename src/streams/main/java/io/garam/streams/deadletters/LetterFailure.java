package io.garam.streams.deadletters;

import io.garam.nlu.GaramException;
import io.garam.streams.client.Causes;
import io.garam.streams.client.Right;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.resource.ResourceType;

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
        : refusal(causes)
            .map(needed -> letters.brokers().failure(causes.root(), needed))
            .orElseGet(() -> letters.brokers().failure(e, "the dead letters of " + letters.name()));
  }

  /** Returns the right that is missing, if that is the cause. */
  private Optional<Right> refusal(Causes causes) {
    if (causes.have(TransactionalIdAuthorizationException.class)) {
      return Optional.of(
          new Right(AclOperation.WRITE, ResourceType.TRANSACTIONAL_ID, letters.group()));
    }
    if (causes.have(GroupAuthorizationException.class)) {
      return Optional.of(Right.group(AclOperation.READ, letters.group()));
    }
    return causes
        .find(TopicAuthorizationException.class)
        .flatMap(refused -> refused.unauthorizedTopics().stream().sorted().findFirst())
        .map(topic -> Right.topic(AclOperation.WRITE, topic));
  }
}
