package io.garam.streams.batching;

import io.garam.nlu.text.Printable;
import io.garam.streams.batching.Prepared.EndOfDialogue;
import io.garam.streams.batching.Prepared.Read;
import io.garam.streams.batching.Prepared.Rejected;
import io.garam.streams.batching.Prepared.Tombstone;
import io.garam.streams.event.Event;
import io.garam.streams.event.EventReader;
import io.garam.streams.event.ReasonCode;
import io.garam.streams.event.UntaggableEventException;
import io.garam.streams.log.LogNames;
import io.garam.streams.memory.SpeculativeSteps;
import io.garam.streams.statistics.TaggingCounter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Preparation of polled records: parses values and runs the model over all of them, for what the
 * topology needs. The outcome for a value depends on that value alone and not on its batch, so a
 * record that is read again after a crash, in other company, comes out the same. Safe for many
 * threads.
 */
public final class Preparation {

  private static final Logger log = LoggerFactory.getLogger(LogNames.TAGGER);

  private final EventReader reader;
  private final IntentModel model;
  private final GuardedModel guardedModel;
  private final TaggingCounter statistics;

  public Preparation(EventReader reader, IntentModel model, TaggingCounter statistics) {
    this.reader = reader;
    this.model = model;
    this.guardedModel = new GuardedModel(model);
    this.statistics = statistics;
  }

  /**
   * Prepares all that one poll returned, with one run of the model.
   *
   * @throws IllegalStateException if the model fails on everything
   */
  List<Prepared> prepareBatch(List<ConsumerRecord<byte[], byte[]>> records) {
    long start = System.nanoTime();
    List<Prepared> prepared = prepare(records, record -> ofValue(record.value()));
    statistics.batch(records.size(), System.nanoTime() - start);
    return model.dialogue() == null ? prepared : speculate(records, prepared);
  }

  /**
   * Prepares a value that came without a batch.
   *
   * @throws IllegalStateException if the model fails on everything
   */
  Prepared prepareAlone(byte @Nullable [] value) {
    statistics.taggedAlone();
    return prepare(Collections.singletonList(value), this::ofValue).get(0);
  }

  /** Joins the utterances of each partition, so that their steps can be taken together. */
  private static List<Prepared> speculate(
      List<ConsumerRecord<byte[], byte[]>> records, List<Prepared> prepared) {
    Map<Integer, SpeculativeSteps> partitions = new HashMap<>();
    List<Prepared> speculative = new ArrayList<>(prepared.size());
    for (int i = 0; i < prepared.size(); i++) {
      ConsumerRecord<byte[], byte[]> record = records.get(i);
      speculative.add(
          prepared.get(i) instanceof Read read
              ? read.among(
                  partitions.computeIfAbsent(
                      record.partition(), partition -> new SpeculativeSteps()),
                  record.key())
              : prepared.get(i));
    }
    return speculative;
  }

  /**
   * What is known of a record before the model has read the texts of all.
   *
   * @param prepared what it is, where it needs no model
   * @param event what the model has to read, where it does
   */
  private record Parsed(@Nullable Prepared prepared, @Nullable Event event) {}

  private <T extends @Nullable Object> List<Prepared> prepare(
      List<T> records, Function<T, Parsed> parse) {
    List<Parsed> parsed = new ArrayList<>(records.size());
    List<Event> events = new ArrayList<>(records.size());
    for (T record : records) {
      Parsed one = parsed(record, parse);
      parsed.add(one);
      if (one.event() != null) {
        events.add(one.event());
      }
    }
    Iterator<Prepared> read = readTexts(events).iterator();
    List<Prepared> prepared = new ArrayList<>(records.size());
    for (Parsed one : parsed) {
      prepared.add(one.prepared() == null ? read.next() : one.prepared());
    }
    return prepared;
  }

  /** Whatever one record makes of parsing, others go on. */
  private static <T extends @Nullable Object> Parsed parsed(T record, Function<T, Parsed> parse) {
    try {
      return parse.apply(record);
    } catch (UntaggableEventException e) {
      return new Parsed(new Rejected(e), null);
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      return new Parsed(
          new Rejected(
              new UntaggableEventException(
                  ReasonCode.INTERNAL_ERROR,
                  "Expected to read the event, but Garam failed on it: " + e + ".")),
          null);
    }
  }

  private Parsed ofValue(byte @Nullable [] value) {
    if (value == null) {
      return new Parsed(new Tombstone(), null);
    }
    Event event = reader.read(value);
    if (!model.isBlank(event.text())) {
      return new Parsed(null, event);
    }
    if (event.ends()) {
      return new Parsed(new EndOfDialogue(value), null);
    }
    throw new UntaggableEventException(
        ReasonCode.BLANK_TEXT,
        "Expected a text to tag, but it is empty or has only white space and invisible"
            + " characters.");
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
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      log.warn(
          "The model failed on a batch of {} ({}), which is now tagged one by one.",
          events.size(),
          Printable.sentence(e.toString()));
      return events.stream().map(this::readAlone).toList();
    }
  }

  private Prepared readAlone(Event event) {
    try {
      return new Read(event, guardedModel.read(event.text()), null);
    } catch (UntaggableEventException e) {
      return new Rejected(e);
    }
  }
}
