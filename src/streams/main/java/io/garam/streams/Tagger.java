package io.garam.streams;

import io.garam.nlu.GaramException;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.Thresholds;
import io.garam.streams.batching.RangeInterceptor;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.monitoring.StreamMeters;
import io.garam.streams.monitoring.StreamMonitor;
import io.garam.streams.output.TaggedEvent;
import io.garam.streams.output.TaggedEventListener;
import io.garam.streams.output.TaggingStatistics;
import io.garam.streams.settings.TaggerSettings;
import io.garam.streams.start.InitialOffsets;
import io.garam.streams.start.StartChecks;
import io.garam.streams.start.WarmUp;
import io.garam.streams.start.WarmUpTexts;
import io.garam.streams.topology.DeadLetterHandler;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.kstream.Produced;

/**
 * Tagger: tags what arrives on the input topic until it is closed. It is {@link IntentTagging} in a
 * topology of its own, with what an application needs around it: checks at the start, a monitor,
 * and an end in order. Owns the Kafka Streams client and the tagging, and ends them in that order.
 *
 * @since 0.1.0
 */
public final class Tagger implements AutoCloseable {

  private static final String SINK = "intents";

  private final IntentTagging tagging;
  private final WarmUp warmUp;
  private final CountDownLatch running = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final GaramConfig config;
  private final KafkaStreams streams;
  private final StreamMonitor monitor;
  private final StreamMeters meters;
  private volatile boolean endedInOrder;

  private Tagger(
      GaramConfig config,
      IntentTagging tagging,
      WarmUp warmUp,
      Map<TopicPartition, Long> endOffsets,
      MeterRegistry registry) {
    this.config = config;
    this.tagging = tagging;
    this.warmUp = warmUp;
    StreamsBuilder builder = new StreamsBuilder();
    tagging
        .addTo(builder)
        .to(
            config.outputTopic(),
            Produced.with(Serdes.ByteArray(), TaggedEvent.serde()).withName(SINK));
    Properties properties = tagging.properties();
    // A send that fails surfaces while another event is processed, which no handler may leave out.
    properties.remove(DeadLetterHandler.OTHERS);
    // A task has one partition: to look whether others have data only costs, before each record.
    properties.putIfAbsent(
        StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
    if (!endOffsets.isEmpty()) {
      RangeInterceptor.addTo(properties, endOffsets);
    }
    this.streams = tagging.streams(builder.build(), properties);
    streams.setUncaughtExceptionHandler(tagging.uncaughtExceptionHandler(this::stop));
    streams.setStateListener((state, before) -> note(state));
    this.monitor =
        StreamMonitor.start(
            streams,
            tagging.inFlightRecords(),
            new TaggerSettings(config).brokers(),
            String.join("", tagging.topics().tagged()),
            tagging::renewClients,
            tagging.deadLetters()::sayOverdue);
    this.meters =
        new StreamMeters(
            registry,
            streams,
            tagging.topics().read(),
            tagging.inFlightRecords(),
            tagging.followsDialogues(),
            () -> health().isReady());
  }

  /**
   * Loads the model, looks for the topics and starts to tag.
   *
   * @throws GaramException if the model cannot be used, the brokers do not answer, a topic or a
   *     right is missing, or another instance uses the folder of the state
   */
  public static Tagger start(GaramConfig config) {
    return start(config, new CompositeMeterRegistry());
  }

  /**
   * Starts to tag as {@link #start(GaramConfig)} does, and lets a meter registry have the metrics,
   * which docs/metrics.md lists.
   */
  public static Tagger start(GaramConfig config, MeterRegistry registry) {
    return start(config, registry, TaggedEventListener.NONE);
  }

  /**
   * Starts to tag as {@link #start(GaramConfig, MeterRegistry)} does, and lets a listener hear of
   * each event that is written with an intent.
   */
  public static Tagger start(
      GaramConfig config, MeterRegistry registry, TaggedEventListener listener) {
    return start(config, Map.of(), new Observers(registry, listener));
  }

  /**
   * Starts to tag as {@link #start(GaramConfig)} does, but no more than what lies before end
   * offsets. It begins where the group {@code application.id} has committed.
   *
   * @param endOffsets one for each partition of the input topic, exclusive; empty for all that
   *     comes
   */
  public static Tagger start(GaramConfig config, Map<TopicPartition, Long> endOffsets) {
    return start(config, endOffsets, Observers.of(new CompositeMeterRegistry()));
  }

  private static Tagger start(
      GaramConfig config, Map<TopicPartition, Long> endOffsets, Observers observers) {
    TaggerTopics topics =
        TaggerTopics.of(config, List.of(config.inputTopic()), List.of(config.outputTopic()));
    IntentTagging tagging =
        IntentTagging.of(
            config, topics, StartChecks.loadChecked(config, topics.required()), observers);
    WarmUp warmUp =
        WarmUp.start(
            tagging.models().current(),
            new TaggerSettings(config),
            () -> WarmUpTexts.of(tagging.models().classifier().golden()),
            () -> tagging.inFlightRecords().polledTimes().isEmpty());
    try {
      if (endOffsets.isEmpty()) {
        new InitialOffsets(config).prepare();
      }
      Tagger tagger = new Tagger(config, tagging, warmUp, endOffsets, observers.registry());
      tagger.streams.start();
      return tagger;
    } catch (StreamsException e) {
      warmUp.close();
      tagging.close();
      throw StateFolderFailure.of(config, e);
    } catch (RuntimeException e) {
      warmUp.close();
      tagging.close();
      throw e;
    }
  }

  /** Returns the model that decides. */
  public ModelReference model() {
    return tagging.model();
  }

  /** Returns the thresholds below which an answer is unknown. */
  public Thresholds thresholds() {
    return tagging.thresholds();
  }

  /** Returns the model, to be asked beside the stream until the tagger is closed. */
  public RunningModel runningModel() {
    return RunningModel.of(tagging.models(), tagging.requests());
  }

  /** Returns the running counts. */
  public TaggingStatistics statistics() {
    return tagging.statistics();
  }

  /** Returns how it is, as far as can be said without asking anybody. */
  public TaggerHealth health() {
    KafkaStreams.State state = streams.state();
    boolean live =
        tagging.reason().isEmpty()
            && state != KafkaStreams.State.ERROR
            && state != KafkaStreams.State.PENDING_ERROR
            && state != KafkaStreams.State.NOT_RUNNING;
    Optional<Instant> silentSince = monitor.brokersAwaySince();
    return new TaggerHealth(
        state.name(),
        live,
        isRunning(),
        silentSince.isEmpty(),
        silentSince.map(Instant::toString).orElse(null));
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
    tagging
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
    if (stopped && tagging.reason().isPresent()) {
      throw tagging.reason().get();
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
    warmUp.close();
    monitor.close();
    meters.close();
    endedInOrder = new Shutdown(config, streams, tagging.inFlightRecords()).run();
    if (endedInOrder) {
      endedInOrder = tagging.end();
    } else {
      tagging.deadLetters().sayCounted();
    }
  }

  private StreamThreadExceptionResponse stop(Throwable failure) {
    ended.countDown();
    running.countDown();
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  private void note(KafkaStreams.State state) {
    if (state == KafkaStreams.State.RUNNING) {
      running.countDown();
    }
    if (state == KafkaStreams.State.PENDING_SHUTDOWN) {
      tagging.inFlightRecords().release();
    }
    if (state == KafkaStreams.State.ERROR || state == KafkaStreams.State.NOT_RUNNING) {
      ended.countDown();
      running.countDown();
    }
  }
}
