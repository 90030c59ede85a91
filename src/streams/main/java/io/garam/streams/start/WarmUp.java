package io.garam.streams.start;

import io.garam.streams.batching.BatchingInterceptor;
import io.garam.streams.batching.InFlightRecords;
import io.garam.streams.batching.IntentModel;
import io.garam.streams.batching.ModelChoice;
import io.garam.streams.batching.Preparation;
import io.garam.streams.batching.Prepared;
import io.garam.streams.batching.Prepared.Read;
import io.garam.streams.batching.Prepared.Tagged;
import io.garam.streams.batching.PreparedDeserializer;
import io.garam.streams.event.IntentSerializer;
import io.garam.streams.log.LogNames;
import io.garam.streams.memory.DialogueModel;
import io.garam.streams.settings.TaggerSettings;
import io.garam.streams.statistics.TaggingCounter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warm-up of a tagger: tags texts in batches of all sizes the way the stream does, beside the start
 * of everything else, so that classes are loaded and the compiler has seen the code before the
 * first poll brings a record. It counts nothing and writes nothing, nobody waits for it, and it
 * ends with the first record or when its time is over.
 */
public final class WarmUp implements AutoCloseable {

  /** Long enough for classes to be loaded; what the compiler takes from the start is not. */
  static final Duration LONGEST = Duration.ofMillis(500);

  private static final Logger log = LoggerFactory.getLogger(LogNames.TAGGER);
  private static final TopicPartition NOWHERE = new TopicPartition("warm-up", 0);
  private static final int LARGEST_BATCH = 64;

  private final IntentModel model;
  private final TaggerSettings settings;
  private final IntentSerializer intents = new IntentSerializer();
  private final BatchingInterceptor batching = new BatchingInterceptor();
  private final PreparedDeserializer deserializer;
  private final Thread thread;
  private volatile boolean closed;

  private WarmUp(
      IntentModel model,
      TaggerSettings settings,
      Supplier<List<String>> texts,
      BooleanSupplier goesOn) {
    this.model = model;
    this.settings = settings;
    Preparation preparation =
        new Preparation(settings.events(), ModelChoice.always(model), new TaggingCounter());
    this.deserializer = new PreparedDeserializer(preparation);
    batching.configure(
        Map.of(
            BatchingInterceptor.PREPARATION,
            preparation,
            BatchingInterceptor.IN_FLIGHT,
            new InFlightRecords(),
            BatchingInterceptor.TOPICS,
            List.of(NOWHERE.topic())));
    this.thread = new Thread(() -> run(texts, goesOn), "garam-warm-up");
    thread.setDaemon(true);
  }

  /**
   * Begins to tag in a thread of its own. Close it before the model.
   *
   * @param texts asked for in that thread
   * @param goesOn says whether it is still of use, asked between two batches
   */
  public static WarmUp start(
      IntentModel model,
      TaggerSettings settings,
      Supplier<List<String>> texts,
      BooleanSupplier goesOn) {
    WarmUp warmUp = new WarmUp(model, settings, texts, goesOn);
    warmUp.thread.start();
    return warmUp;
  }

  private void run(Supplier<List<String>> texts, BooleanSupplier goesOn) {
    long end = System.nanoTime() + LONGEST.toNanos();
    try {
      List<byte[]> values = texts.get().stream().map(this::value).toList();
      int tagged = 0;
      for (int size = 1;
          !closed && goesOn.getAsBoolean() && System.nanoTime() < end;
          size = size == LARGEST_BATCH ? 1 : 2 * size) {
        tag(batch(values, tagged, size));
        tagged += size;
      }
      log.debug("Warmed up by {} texts.", tagged);
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      log.debug("The warm-up ended early; what is wrong will show with the first event.", e);
    }
  }

  private byte[] value(String text) {
    return settings.isText()
        ? text.getBytes(StandardCharsets.UTF_8)
        : settings.ofText().read(text.getBytes(StandardCharsets.UTF_8)).value();
  }

  private static ConsumerRecords<byte[], byte[]> batch(List<byte[]> values, int from, int size) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>(size);
    for (int i = from; i < from + size; i++) {
      byte[] key = Integer.toString(i).getBytes(StandardCharsets.UTF_8);
      records.add(
          new ConsumerRecord<>(
              NOWHERE.topic(), NOWHERE.partition(), i, key, values.get(i % values.size())));
    }
    return new ConsumerRecords<>(Map.of(NOWHERE, records), Map.of());
  }

  private void tag(ConsumerRecords<byte[], byte[]> polled) {
    for (ConsumerRecord<byte[], byte[]> record : batching.onConsume(polled)) {
      Prepared prepared =
          deserializer.deserialize(record.topic(), record.headers(), record.value());
      if (prepared instanceof Read read) {
        var unused = new Tagged(read.event(), model.decide(logits(read))).output(intents);
      }
    }
  }

  /** Each text is the first of a dialogue. */
  private float[] logits(Read read) {
    DialogueModel steps = model.dialogue();
    if (steps == null || read.speculative() == null) {
      return read.row();
    }
    var first = steps.initialState();
    var step = read.speculative().from(first, dialogue -> first, steps);
    return step == null ? read.row() : step.logits();
  }

  /** Ends it, and waits for its last batch. */
  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
