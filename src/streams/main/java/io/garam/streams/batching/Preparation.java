package io.garam.streams.batching;

import io.garam.streams.batching.Prepared.Read;
import io.garam.streams.event.Event;
import io.garam.streams.event.EventReader;
import io.garam.streams.memory.SpeculativeSteps;
import io.garam.streams.statistics.TaggingCounter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Preparation of polled records: parses values and runs the model over all of them, for what the
 * topology needs. The outcome for a value depends on that value alone and not on its batch, so a
 * record that is read again after a crash, in other company, comes out the same. Safe for many
 * threads.
 */
public final class Preparation {

  private final ValueParser parser;
  private final TextReader texts;
  private final IntentModel model;
  private final TaggingCounter statistics;

  public Preparation(EventReader reader, IntentModel model, TaggingCounter statistics) {
    this.parser = new ValueParser(reader, model);
    this.texts = new TextReader(model);
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
    List<Prepared> prepared =
        prepared(records.stream().map(record -> parser.parse(record.value())).toList());
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
    return prepared(List.of(parser.parse(value))).get(0);
  }

  /**
   * Prepares values that came beside the stream, with one run of the model. They are counted
   * nowhere.
   *
   * @throws IllegalStateException if the model fails on everything
   */
  public List<Prepared> prepare(List<byte[]> values) {
    return prepared(values.stream().map(parser::parse).toList());
  }

  private List<Prepared> prepared(List<Parsed> parsed) {
    List<Event> events = parsed.stream().map(Parsed::event).filter(Objects::nonNull).toList();
    Iterator<Prepared> read = texts.read(events).iterator();
    List<Prepared> all = new ArrayList<>(parsed.size());
    for (Parsed one : parsed) {
      all.add(one.prepared() == null ? read.next() : one.prepared());
    }
    return all;
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
}
