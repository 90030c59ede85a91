package io.garam.streams;

import io.garam.nlu.GaramException;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.inference.IntentClassifier;
import io.garam.nlu.text.Printable;
import io.garam.streams.batching.BatchingInterceptor;
import io.garam.streams.batching.EventTime;
import io.garam.streams.batching.InFlightRecords;
import io.garam.streams.batching.InFlightRecords.InFlight;
import io.garam.streams.batching.IntentModel;
import io.garam.streams.batching.Preparation;
import io.garam.streams.batching.PreparedDeserializer;
import io.garam.streams.batching.RangeInterceptor;
import io.garam.streams.client.OffsetRange;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.event.EventReader;
import io.garam.streams.limits.LimitsWatch;
import io.garam.streams.limits.OutputLimits;
import io.garam.streams.log.LogNames;
import io.garam.streams.memory.DialogueEntry;
import io.garam.streams.monitoring.StreamMonitor;
import io.garam.streams.refusal.PollSize;
import io.garam.streams.refusal.RefusedRecords;
import io.garam.streams.refusal.TaggerClients;
import io.garam.streams.statistics.TaggingStatistics;
import io.garam.streams.topology.DeadLetterHandler;
import io.garam.streams.topology.TaggingTopology;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tags what arrives on the input topic until it is closed. Owns the Kafka Streams client and the
 * classifier, and ends them in that order.
 */
public final class Tagger implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LogNames.TAGGER);
  private final IntentClassifier classifier;
  private final TaggingStatistics statistics = new TaggingStatistics();
  private final InFlightRecords inFlightRecords = new InFlightRecords();
  private final PollSize pollSize = new PollSize(System::nanoTime);
  private final FailurePolicy failures;
  private final DeadLetterHandler.Destination deadLetters;
  private final CountDownLatch running = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final GaramConfig config;
  private final KafkaStreams streams;
  private final StreamMonitor monitor;
  private volatile boolean endedInOrder;

  private Tagger(
      GaramConfig config, IntentClassifier classifier, @Nullable List<OffsetRange> ranges) {
    this.classifier = classifier;
    this.config = config;
    IntentModel model = IntentModel.of(classifier);
    RefusedRecords refused = new RefusedRecords(config.outputTopic(), config.deadLetterTopic());
    LimitsWatch limits = limits(config, model);
    limits.read();
    limits.get().requireRoomForLetters();
    if (model.dialogue() != null) {
      limits.get().requireRoomForDialogues(DialogueEntry.largestRecord(model.dialogue()));
    }
    this.failures =
        new FailurePolicy(
            System::nanoTime,
            refused,
            pollSize,
            limits::read,
            thread ->
                Optional.ofNullable(inFlightRecords.inFlight().get(thread)).map(InFlight::where));
    Preparation preparation =
        new Preparation(
            new EventReader(config.pointers(), config.maxEventBytes()), model, statistics);
    this.deadLetters =
        new DeadLetterHandler.Destination(config.deadLetterTopic(), limits, refused, statistics);
    TaggingTopology topology =
        new TaggingTopology(config.inputTopic(), config.outputTopic(), limits, config.dialogues());
    this.streams =
        new KafkaStreams(
            topology.build(
                new PreparedDeserializer(preparation),
                model,
                statistics,
                inFlightRecords,
                deadLetters),
            properties(config, preparation, limits, ranges),
            new TaggerClients(refused, limits, pollSize, config.maxEventBytes()));
    streams.setUncaughtExceptionHandler(this::handle);
    streams.setStateListener((state, before) -> note(state));
    this.monitor =
        StreamMonitor.start(
            streams,
            inFlightRecords,
            config.brokers(),
            config.inputTopic(),
            deadLetters::sayOverdue);
  }

  /**
   * Loads the model, looks for the topics and starts to tag.
   *
   * @throws GaramException if the model cannot be used, the brokers do not answer, a topic or a
   *     right is missing, or another instance uses the folder of the state
   */
  public static Tagger start(GaramConfig config) {
    return start(config, null);
  }

  /**
   * Starts to tag as {@link #start(GaramConfig)} does, but no more than what is within ranges of
   * the input topic. Where they begin is where the group {@code application.id} has committed.
   *
   * @param ranges one for each partition; null for all that comes
   */
  public static Tagger start(GaramConfig config, @Nullable List<OffsetRange> ranges) {
    for (String key : config.unknownKeys()) {
      log.warn(
          "Neither Garam nor Kafka knows the configuration key {}.", Printable.beginning(key, 100));
    }
    IntentClassifier classifier = IntentClassifier.load(config.model());
    try {
      new TopicCheck(config).run();
      new AccessCheck(config, IntentModel.of(classifier).dialogue() != null).run();
      if (ranges == null) {
        new FirstStart(config).prepare();
      }
      Tagger tagger = new Tagger(config, classifier, ranges);
      tagger.streams.start();
      return tagger;
    } catch (StreamsException e) {
      classifier.close();
      throw new GaramException(
          "Expected to use the folder "
              + config.stateFolder()
              + " for what is remembered of dialogues, but Kafka Streams cannot ("
              + e.getMessage()
              + "); give each instance on a machine a state.dir of its own, with the right to"
              + " write there.",
          e);
    } catch (RuntimeException e) {
      classifier.close();
      throw e;
    }
  }

  /** Returns the model that decides. */
  public ModelReference model() {
    return classifier.model();
  }

  /** Returns the running counts. */
  public TaggingStatistics statistics() {
    return statistics;
  }

  /** Says whether partitions are assigned and tagging goes on. */
  public boolean isRunning() {
    return streams.state() == KafkaStreams.State.RUNNING;
  }

  /**
   * Waits until partitions are assigned and tagging has begun.
   *
   * @throws GaramException if that takes longer, or the tagger stopped
   */
  public void awaitRunning(Duration timeout) throws InterruptedException {
    boolean inTime = running.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
    failures
        .reason()
        .ifPresent(
            reason -> {
              throw reason;
            });
    if (!inTime) {
      throw new GaramException(
          "Expected tagging to begin within "
              + timeout.toSeconds()
              + " s, but the Kafka Streams client is still "
              + streams.state()
              + "; see whether the brokers are well and another instance was killed lately.");
    }
  }

  /**
   * Waits until the tagger has stopped, or a failure has decided that it will: threads that wait
   * for brokers may take their time for the rest.
   *
   * @return whether it has, in that time
   * @throws GaramException if it stopped by itself, with the reason
   */
  public boolean awaitEnd(Duration timeout) throws InterruptedException {
    boolean stopped = ended.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
    if (stopped && failures.reason().isPresent()) {
      throw failures.reason().get();
    }
    return stopped;
  }

  /**
   * Says, once the tagger is closed, whether all threads have ended. If not, the process should end
   * by {@link Runtime#halt}: the model is still in use, and ONNX Runtime's shutdown hook would take
   * it away from under a thread that computes.
   */
  public boolean endedInOrder() {
    return endedInOrder;
  }

  /**
   * Finishes what was polled, commits, and hands the partitions to other instances at once, within
   * {@code garam.close.timeout.ms} in all. What a poll brings after this was called is not
   * committed; whoever starts next reads it again.
   */
  @Override
  public void close() {
    long deadline = System.nanoTime() + config.closeTimeout().toNanos();
    monitor.close();
    try {
      inFlightRecords.finish(config.closeTimeout().dividedBy(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Duration rest = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    endedInOrder = streams.close(closeOptions(rest));
    deadLetters.sayCounted();
    if (endedInOrder) {
      classifier.close();
      return;
    }
    String busy =
        inFlightRecords.inFlight().values().stream()
            .map(InFlight::where)
            .collect(Collectors.joining("; "));
    log.warn(
        "The tagger did not stop within {} ms ({}), since {}; what it had not committed is tagged"
            + " again at the next start, and nothing is lost.",
        config.closeTimeout().toMillis(),
        GaramConfig.CLOSE_TIMEOUT_MS,
        busy.isEmpty()
            ? "the brokers did not answer in time"
            : "these records were still in hand: " + busy);
  }

  private StreamThreadExceptionResponse handle(Throwable failure) {
    StreamThreadExceptionResponse response = failures.handle(failure);
    if (response != StreamThreadExceptionResponse.REPLACE_THREAD) {
      ended.countDown();
      running.countDown();
    }
    return response;
  }

  private void note(KafkaStreams.State state) {
    if (state == KafkaStreams.State.RUNNING) {
      running.countDown();
    }
    if (state == KafkaStreams.State.PENDING_SHUTDOWN) {
      inFlightRecords.release();
    }
    if (state == KafkaStreams.State.ERROR || state == KafkaStreams.State.NOT_RUNNING) {
      ended.countDown();
      running.countDown();
    }
  }

  private Properties properties(
      GaramConfig config,
      Preparation preparation,
      Supplier<OutputLimits> limits,
      @Nullable List<OffsetRange> ranges) {
    Properties properties = new Properties();
    properties.putAll(config.streamsProperties());
    List<String> interceptors = new ArrayList<>();
    if (ranges != null) {
      interceptors.add(RangeInterceptor.class.getName());
      properties.put(StreamsConfig.mainConsumerPrefix(RangeInterceptor.RANGES), ranges);
    }
    interceptors.add(BatchingInterceptor.class.getName());
    interceptors.addAll(config.userInterceptors());
    properties.putAll(
        Map.of(
            StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG,
            EventTime.class,
            EventTime.EXTRACTOR,
            config.timestampExtractor(),
            EventTime.LIMITS,
            limits,
            StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
            DeadLetterHandler.class,
            DeadLetterHandler.DESTINATION,
            deadLetters));
    properties.putAll(
        Map.of(
            StreamsConfig.mainConsumerPrefix(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG),
            interceptors,
            StreamsConfig.mainConsumerPrefix(BatchingInterceptor.PREPARATION),
            preparation,
            StreamsConfig.mainConsumerPrefix(BatchingInterceptor.IN_HAND),
            inFlightRecords,
            StreamsConfig.mainConsumerPrefix(BatchingInterceptor.TOPIC),
            config.inputTopic()));
    return properties;
  }

  private static LimitsWatch limits(GaramConfig config, IntentModel model) {
    return new LimitsWatch(
        config.brokers(),
        OutputLimits.unknown(
            config.outputTopic(),
            model.dialogue() == null ? null : config.changelogTopic(),
            config.deadLetterTopic(),
            config.maxRequestSize(),
            config.compression()),
        System::nanoTime);
  }

  /** A member with a fixed identity is meant to come back to its partitions; others leave. */
  private CloseOptions closeOptions(Duration timeout) {
    boolean fixed =
        new StreamsConfig(config.streamsProperties())
            .getMainConsumerConfigs("", "", 0)
            .containsKey(CommonClientConfigs.GROUP_INSTANCE_ID_CONFIG);
    return CloseOptions.timeout(timeout)
        .withGroupMembershipOperation(
            fixed
                ? GroupMembershipOperation.REMAIN_IN_GROUP
                : GroupMembershipOperation.LEAVE_GROUP);
  }
}
