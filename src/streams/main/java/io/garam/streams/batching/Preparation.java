package io.garam.streams.batching;

import io.garam.streams.batching.Prepared.Read;
import io.garam.streams.event.Event;
import io.garam.streams.event.EventReader;
import io.garam.streams.memory.SpeculativeSteps;
import io.garam.streams.statistics.TaggingCounter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Preparation of polled records: parses values and runs a model over all of them, for what the
 * topology needs. The outcome for a value depends on that value and the model alone and not on its
 * batch, so a record that is read again after a crash, in other company, comes out the same. Safe
 * for many threads.
 */
public final class Preparation {

  private final ValueParser parser;
  private final ModelChoice models;
  private final TaggingCounter statistics;

  public Preparation(EventReader reader, ModelChoice models, TaggingCounter statistics) {
    this.parser = new ValueParser(reader);
    this.models = models;
    this.statistics = statistics;
  }

  /**
   * Prepares all that one poll returned, with one run of each model that has to read of it.
   *
   * @throws IllegalStateException if a model fails on everything
   */
  List<Prepared> prepareBatch(List<ConsumerRecord<byte[], byte[]>> records) {
    long start = System.nanoTime();
    List<Prepared> prepared = prepared(records, ConsumerRecord::value, models.readers(records));
    statistics.batch(records.size(), System.nanoTime() - start);
    return models.current().dialogue() == null ? prepared : speculate(records, prepared);
  }

  /**
   * Prepares a value that came without a batch.
   *
   * @throws IllegalStateException if the model fails on everything
   */
  Prepared prepareAlone(byte @Nullable [] value) {
    statistics.taggedAlone();
    IntentModel current = models.current();
    return prepared(Collections.singletonList(value), same -> same, same -> current).get(0);
  }

  /**
   * Prepares values that came beside the stream, with one run of the model. They are counted
   * nowhere.
   *
   * @throws IllegalStateException if the model fails on everything
   */
  public List<Prepared> prepare(List<byte[]> values) {
    IntentModel current = models.current();
    return prepared(values, same -> same, same -> current);
  }

  private <T> List<Prepared> prepared(
      List<T> all, Function<T, byte @Nullable []> value, Function<T, IntentModel> model) {
    List<Parsed> parsed = new ArrayList<>(all.size());
    List<IntentModel> readers = new ArrayList<>(all.size());
    Map<IntentModel, List<Event>> events = new LinkedHashMap<>();
    for (T one : all) {
      IntentModel reader = model.apply(one);
      Parsed found = parser.parse(value.apply(one), reader);
      parsed.add(found);
      readers.add(reader);
      if (found.event() != null) {
        events.computeIfAbsent(reader, same -> new ArrayList<>()).add(found.event());
      }
    }
    Map<IntentModel, Iterator<Prepared>> read = new HashMap<>();
    events.forEach((reader, own) -> read.put(reader, new TextReader(reader).read(own).iterator()));
    List<Prepared> prepared = new ArrayList<>(all.size());
    for (int i = 0; i < parsed.size(); i++) {
      Prepared ready = parsed.get(i).prepared();
      prepared.add(ready == null ? Objects.requireNonNull(read.get(readers.get(i))).next() : ready);
    }
    return prepared;
  }

  /** Joins what each model read of each partition, so that their steps can be taken together. */
  private static List<Prepared> speculate(
      List<ConsumerRecord<byte[], byte[]>> records, List<Prepared> prepared) {
    record Group(int partition, IntentModel model) {}
    Map<Group, SpeculativeSteps> groups = new HashMap<>();
    List<Prepared> speculative = new ArrayList<>(prepared.size());
    for (int i = 0; i < prepared.size(); i++) {
      ConsumerRecord<byte[], byte[]> record = records.get(i);
      speculative.add(
          prepared.get(i) instanceof Read read
              ? read.among(
                  groups.computeIfAbsent(
                      new Group(record.partition(), read.model()), group -> new SpeculativeSteps()),
                  record.key())
              : prepared.get(i));
    }
    return speculative;
  }
}
