package io.garam.streams.limits;

import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/**
 * Broker error that is a fault of one record: beside its topic's settings, they would take another.
 */
public enum RecordError {
  SIZE("too large for the topic "),
  TIME("whose time is outside of what is taken by the topic "),
  KEY("without the key that is needed by the compacted topic "),
  OTHER("of a form that is not taken by the topic ");

  private final String obstacle;

  RecordError(String obstacle) {
    this.obstacle = obstacle;
  }

  /**
   * Returns the error of a record that an exception of the producer tells of, or nothing if of
   * none.
   */
  public static Optional<RecordError> of(Throwable failure) {
    if (failure instanceof RecordTooLargeException
        || failure instanceof RecordBatchTooLargeException) {
      return Optional.of(SIZE);
    }
    if (failure instanceof InvalidTimestampException) {
      return Optional.of(TIME);
    }
    if (!(failure instanceof InvalidRecordException)) {
      return Optional.empty();
    }
    // A broker names the record at fault by this one class, and the fault by a message alone.
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    // It may name the topic, and so hold any word.
    if (message.contains("without key")) {
      return Optional.of(KEY);
    }
    return Optional.of(message.contains("timestamp") ? TIME : OTHER);
  }

  /** Returns the words that follow a count of letters. */
  public String obstacle(String topic) {
    return obstacle + topic;
  }
}
