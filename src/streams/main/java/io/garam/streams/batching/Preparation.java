package io.garam.streams.batching;

import io.garam.streams.batching.Prepared.Farewell;
import io.garam.streams.batching.Prepared.Read;
import io.garam.streams.batching.Prepared.Rejected;
import io.garam.streams.batching.Prepared.Tombstone;
import io.garam.streams.event.Event;
import io.garam.streams.event.EventReader;
import io.garam.streams.event.ReasonCode;
import io.garam.streams.event.UntaggableEventException;
import io.garam.streams.memory.LookAhead;
import io.garam.streams.statistics.TaggingStatistics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From values to what the topology needs of them. The outcome for a value depends on that value
 * alone and not on its batch, so a record that is read again after a crash, in other company, comes
 * out the same. Safe for many threads.
 */
public final class Preparation {

  private static final Logger log = LoggerFactory.getLogger(Preparation.class);

  /** Something any working model can classify, in whatever language it was trained. */
  private static final String PROBE = "0";

  private final EventReader reader;
  private final IntentModel model;
  private final TaggingStatistics statistics;

  public Preparation(EventReader reader, IntentModel model, TaggingStatistics statistics) {
    this.reader = reader;
    this.model = model;
    this.statistics = statistics;
  }

  /**
   * Prepares all that one poll returned, with one run of the model.
   *
   * @throws IllegalStateException if the model fails on everything
   */
  List<Prepared> prepareBatch(List<ConsumerRecord<byte[], byte[]>> records) {
    long start = System.nanoTime();
    List<Prepared> prepared = prepare(records.stream().map(ConsumerRecord::value).toList());
    statistics.batch(records.size(), System.nanoTime() - start);
    return model.dialogue() == null ? prepared : lookAhead(records, prepared);
  }

  /**
   * Prepares a value that came without a batch.
   *
   * @throws IllegalStateException if the model fails on everything
   */
  Prepared prepareAlone(byte @Nullable [] value) {
    statistics.taggedAlone();
    return prepare(Collections.singletonList(value)).get(0);
  }

  /** Shows each utterance of a partition the others, so that their steps can be taken together. */
  private static List<Prepared> lookAhead(
      List<ConsumerRecord<byte[], byte[]>> records, List<Prepared> prepared) {
    Map<Integer, LookAhead> partitions = new HashMap<>();
    List<Prepared> seen = new ArrayList<>(prepared.size());
    for (int i = 0; i < prepared.size(); i++) {
      ConsumerRecord<byte[], byte[]> record = records.get(i);
      seen.add(
          prepared.get(i) instanceof Read read
              ? read.among(
                  partitions.computeIfAbsent(record.partition(), partition -> new LookAhead()),
                  record.key())
              : prepared.get(i));
    }
    return seen;
  }

  private List<Prepared> prepare(List<byte @Nullable []> values) {
    List<@Nullable Prepared> prepared = new ArrayList<>(values.size());
    List<Event> events = new ArrayList<>(values.size());
    for (byte[] value : values) {
      try {
        prepared.add(value == null ? new Tombstone() : withoutModel(value, events));
      } catch (UntaggableEventException e) {
        prepared.add(new Rejected(e));
      }
    }
    List<Prepared> read = readTexts(events);
    List<Prepared> complete = new ArrayList<>(values.size());
    int next = 0;
    for (Prepared known : prepared) {
      complete.add(known == null ? read.get(next++) : known);
    }
    return complete;
  }

  /** Prepares what says nothing; an event with a text joins the others and gets null. */
  private @Nullable Prepared withoutModel(byte[] value, List<Event> events) {
    Event event = reader.read(value);
    if (!isBlank(event.text())) {
      events.add(event);
      return null;
    }
    if (event.ends()) {
      return new Farewell(value);
    }
    throw new UntaggableEventException(
        ReasonCode.BLANK_TEXT, "Expected a text to tag, but it is empty or only white space.");
  }

  /** A letter or digit is a token in any language; encoding a text only to count is dear. */
  private boolean isBlank(String text) {
    return text.codePoints().noneMatch(Character::isLetterOrDigit) && model.isBlank(text);
  }

  private List<Prepared> readTexts(List<Event> events) {
    if (events.isEmpty()) {
      return List.of();
    }
    try {
      float[][] rows = model.read(events.stream().map(Event::text).toList());
      List<Prepared> read = new ArrayList<>(events.size());
      for (int i = 0; i < events.size(); i++) {
        read.add(new Read(events.get(i), rows[i], null));
      }
      return read;
    } catch (RuntimeException | StackOverflowError e) {
      log.warn(
          "The model failed on a batch of {} ({}), which is now tagged one by one.",
          events.size(),
          e.toString());
      return events.stream().map(this::readAlone).toList();
    }
  }

  private Prepared readAlone(Event event) {
    try {
      return new Read(event, model.read(List.of(event.text()))[0], null);
    } catch (RuntimeException | StackOverflowError e) {
      proveTheModelWorks(e);
      return new Rejected(
          new UntaggableEventException(
              ReasonCode.MODEL_FAILED, "The model failed on the text of this event: " + e + "."));
    }
  }

  /** A model that fails on everything must stop the stream, not empty it into dead letters. */
  private void proveTheModelWorks(Throwable failure) {
    try {
      var unused = model.read(List.of(PROBE));
    } catch (RuntimeException e) {
      throw new IllegalStateException("The model fails on every text: " + failure, failure);
    }
  }
}
