package io.garam.streams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.garam.streams.batching.Prepared;
import io.garam.streams.batching.Prepared.Unread;
import io.garam.streams.batching.TimeRefusalHeader;
import io.garam.streams.event.EventReader;
import io.garam.streams.event.ReasonCode;
import io.garam.streams.event.UntaggableEventException;
import io.garam.streams.limits.OutputLimits;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Processor that makes the dialogue which an event names its key, and forwards it to the
 * repartition topic: value, headers and time as they came, with where it was read and its own key
 * in further headers. A record without a value and an event that names no dialogue keep their key;
 * where they have none, their source position is one. What cannot be read, or is not taken there,
 * is a dead letter here, where all of it is at hand.
 */
public final class DialogueKeyProcessor
    implements Processor<byte[], byte @Nullable [], byte[], Prepared> {

  private final EventReader reader;
  private final Supplier<OutputLimits> limits;
  private final DeadLetterHandler.Destination deadLetters;
  private @Nullable ProcessorContext<byte[], Prepared> context;

  /**
   * @param reader finds the dialogue in an event
   * @param limits what the repartition topic takes
   * @param deadLetters where dead letters go, and what the brokers have refused
   */
  public DialogueKeyProcessor(
      EventReader reader,
      Supplier<OutputLimits> limits,
      DeadLetterHandler.Destination deadLetters) {
    this.reader = reader;
    this.limits = limits;
    this.deadLetters = deadLetters;
  }

  @Override
  public void init(ProcessorContext<byte[], Prepared> context) {
    this.context = context;
  }

  @Override
  public void process(Record<byte[], byte @Nullable []> record) {
    UntaggableEventException timeRefused = TimeRefusalHeader.take(record.headers());
    ProcessorContext<byte[], Prepared> output = Objects.requireNonNull(context, "initialized");
    RecordMetadata at = output.recordMetadata().orElseThrow();
    if (deadLetters.leavesOut(at, record.key(), record.headers())) {
      return;
    }
    byte[] value = record.value();
    byte[] dialogue = value == null ? null : dialogue(value, timeRefused);
    if (timeRefused != null) {
      throw timeRefused;
    }
    OriginalRecord original =
        deadLetters.repartition().original(at, record.key(), record.headers());
    byte[] key = original.repartitionKey(dialogue);
    Headers headers = original.repartitioned(key);
    limits.get().checkRepartitioned(key, value, headers);
    output.forward(
        new Record<>(key, value == null ? null : new Unread(value), record.timestamp(), headers));
  }

  /**
   * Returns the key of a dialogue; null if its name is no Unicode text. Half a surrogate pair has
   * no bytes in UTF-8, and a character in its place would make one dialogue of several.
   */
  private static byte @Nullable [] key(String dialogue) {
    try {
      ByteBuffer encoded = UTF_8.newEncoder().encode(CharBuffer.wrap(dialogue));
      byte[] key = new byte[encoded.remaining()];
      encoded.get(key);
      return key;
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** Returns the dialogue that an event names; null if none, or one without a name. */
  private byte @Nullable [] dialogue(byte[] value, @Nullable UntaggableEventException timeRefused) {
    try {
      String dialogue = reader.read(value).dialogueId();
      return dialogue == null || dialogue.isEmpty() ? null : key(dialogue);
    } catch (UntaggableEventException e) {
      // Of one that is too large there is no more than its beginning, which its letter says.
      throw timeRefused == null ? e : e.at(timeRefused.time());
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      throw new UntaggableEventException(
          ReasonCode.INTERNAL_ERROR,
          "Expected to find the dialogue of the event, but Garam failed on it: " + e + ".");
    }
  }
}
