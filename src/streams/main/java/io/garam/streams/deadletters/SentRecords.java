package io.garam.streams.deadletters;

import io.garam.streams.limits.RecordError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Records that a transaction has sent. */
final class SentRecords {

  private final List<Future<RecordMetadata>> answers = new ArrayList<>();

  void add(Future<RecordMetadata> answer) {
    answers.add(answer);
  }

  /** Returns why the brokers refused the first that they did, as far as they have answered. */
  Optional<RecordError> error() {
    return answers.stream().flatMap(answer -> error(answer).stream()).findFirst();
  }

  private static Optional<RecordError> error(Future<RecordMetadata> answer) {
    if (!answer.isDone()) {
      return Optional.empty();
    }
    try {
      answer.get();
      return Optional.empty();
    } catch (ExecutionException e) {
      return e.getCause() == null ? Optional.empty() : RecordError.of(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
