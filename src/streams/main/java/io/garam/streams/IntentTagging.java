package io.garam.streams;

import io.garam.nlu.GaramException;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.Thresholds;
import io.garam.nlu.onnx.OnnxClassifier;
import io.garam.nlu.signature.TrustedKeys;
import io.garam.streams.batching.EventTime;
import io.garam.streams.batching.InFlightRecords;
import io.garam.streams.batching.Preparation;
import io.garam.streams.batching.PreparedDeserializer;
import io.garam.streams.batching.PreparedSerde;
import io.garam.streams.clock.MonotonicTime;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.memory.DialogueEntry;
import io.garam.streams.memory.DialogueModel;
import io.garam.streams.models.ServingModels;
import io.garam.streams.output.TaggedEvent;
import io.garam.streams.output.TaggingStatistics;
import io.garam.streams.registry.RegistryModels;
import io.garam.streams.request.RequestTagger;
import io.garam.streams.settings.TaggerSettings;
import io.garam.streams.start.StartChecks;
import io.garam.streams.statistics.TaggingCounter;
import io.garam.streams.statistics.TaggingMeters;
import io.garam.streams.topology.DeadLetterHandler;
import io.garam.streams.topology.DialogueKeyProcessor;
import io.garam.streams.topology.GuardedListener;
import io.garam.streams.topology.TaggingProcessorSupplier;
import io.garam.streams.topology.TaggingTopology;
import io.garam.streams.tracing.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.kstream.KStream;

/**
 * Tagging as a part of a Kafka Streams application's own topology: source and processor for a
 * {@link StreamsBuilder}, and the settings, clients and handlers that batching, dead letters and
 * recovery need. One Kafka Streams client takes one of these. Owns the classifier; close it after
 * the Kafka Streams client.
 *
 * @since 0.1.0
 */
public final class IntentTagging implements AutoCloseable {

  private final GaramConfig config;
  private final TaggerSettings settings;
  private final TaggerTopics topics;
  private final TaggingModels tagging;
  private final ServingModels models;
  private final TaggingCounter statistics;
  private final InFlightRecords inFlightRecords = new InFlightRecords();
  private final Recovery recovery;
  private final Preparation preparation;
  private final GuardedListener listener;

  private IntentTagging(
      GaramConfig config, TaggerTopics topics, TaggingModels tagging, Observers observers) {
    this.config = config;
    this.listener = new GuardedListener(observers.listener());
    this.statistics = new TaggingCounter(observers.registry());
    this.settings = new TaggerSettings(config);
    this.topics = topics;
    this.tagging = tagging;
    this.models = tagging.serving();
    new TaggingMeters(statistics, models.classifier().spec(), () -> models.classifier().spec())
        .bindTo(observers.registry());
    this.recovery = Recovery.of(settings, topics, followsDialogues(), statistics, inFlightRecords);
    this.preparation = new Preparation(settings.events(), models, statistics);
    tagging.follow(
        config,
        new NextModel(models, recovery.limits(), statistics, observers.registry()),
        statistics,
        observers.registry());
  }

  /**
   * Loads the model, to tag the topic that {@code garam.input.topic} names. No broker is asked.
   *
   * @param config where {@code garam.output.topic} is set in it, that is the topic to which tagged
   *     events are written as they are; where it is not, nothing is assumed of where they go
   * @throws GaramException if the model cannot be used
   */
  public static IntentTagging load(GaramConfig config) {
    return load(config, List.of(config.inputTopic()));
  }

  /**
   * Loads the model, to tag several topics. No broker is asked.
   *
   * @param inputTopics instead of {@code garam.input.topic}; where the model follows dialogues they
   *     may share them, and need as many partitions each unless {@code garam.dialogue.pointer}
   *     names the dialogue
   * @throws GaramException if the model cannot be used
   */
  public static IntentTagging load(GaramConfig config, Collection<String> inputTopics) {
    return load(config, inputTopics, new CompositeMeterRegistry());
  }

  /**
   * Loads the model, to tag several topics and to let a meter registry have the metrics, which
   * docs/metrics.md lists. No broker is asked.
   *
   * @throws GaramException if the model cannot be used
   */
  public static IntentTagging load(
      GaramConfig config, Collection<String> inputTopics, MeterRegistry registry) {
    boolean named = config.originals().containsKey(GaramConfig.OUTPUT_TOPIC);
    List<String> outputTopics = named ? List.of(config.outputTopic()) : List.of();
    return of(
        config,
        TaggerTopics.of(config, inputTopics, outputTopics),
        OnnxClassifier.load(
            RegistryModels.folder(config),
            config.thresholds(),
            TrustedKeys.read(config.trustedKeys())),
        Observers.of(registry));
  }

  /** Takes over a classifier, and closes it where that fails. */
  static IntentTagging of(
      GaramConfig config, TaggerTopics topics, OnnxClassifier classifier, Observers observers) {
    TaggingModels models = TaggingModels.of(config, classifier, observers.registry());
    try {
      return new IntentTagging(config, topics, models, observers);
    } catch (RuntimeException e) {
      models.end();
      throw e;
    }
  }

  /**
   * Adds the source and the processor that tags, with a store where the model follows dialogues.
   *
   * @return the tagged events under their keys, headers and timestamps, or under their dialogues
   *     where {@code garam.dialogue.pointer} names them; what cannot be tagged is a dead letter and
   *     not among them. {@link TaggedEvent#serde} writes them
   */
  public KStream<byte[], TaggedEvent> addTo(StreamsBuilder builder) {
    return new TaggingTopology(
            topics.input(),
            new PreparedSerde(new PreparedDeserializer(preparation)),
            new EventTime(settings.timestampExtractors(), recovery.limits()),
            config.repartitions()
                ? () ->
                    new DialogueKeyProcessor(
                        settings.events(), recovery.limits(), recovery.deadLetters())
                : null,
            new TaggingProcessorSupplier(
                models,
                settings.dialogues(),
                recovery.limits(),
                statistics,
                inFlightRecords,
                recovery.deadLetters(),
                listener,
                tagging.shadows()))
        .addTo(builder);
  }

  /**
   * Returns the settings for a Kafka Streams client: Kafka's own of the configuration, with Garam's
   * defaults where unset, and what brings batching and dead letters. The configuration's own
   * consumer interceptors and processing exception handler stay: the handler is asked for failures
   * of other nodes than the tagger's.
   */
  public Properties properties() {
    return new TaggingProperties(
            config,
            topics.tagged(),
            preparation,
            inFlightRecords,
            Tracing.of(config),
            recovery.deadLetters())
        .make();
  }

  /**
   * Returns the supplier of clients for a Kafka Streams client: by them records that the brokers
   * refuse are told apart, and no poll fills the heap.
   */
  public KafkaClientSupplier clients() {
    return recovery.clients();
  }

  /**
   * Returns the handler that replaces a stream thread after a failure that will not come again:
   * what the brokers refused is a dead letter next time, and what Kafka's protocol reports may
   * pass.
   *
   * @param others asked where it would not replace the thread
   */
  public StreamsUncaughtExceptionHandler uncaughtExceptionHandler(
      StreamsUncaughtExceptionHandler others) {
    return failure ->
        recovery.failures().handle(failure) == StreamThreadExceptionResponse.REPLACE_THREAD
            ? StreamThreadExceptionResponse.REPLACE_THREAD
            : others.handle(failure);
  }

  /**
   * Returns a Kafka Streams client with {@link #properties}, {@link #clients} and {@link
   * #uncaughtExceptionHandler}, which shuts it down where it would not replace a thread. The
   * brokers are asked for the topics first, and what they take. It is the caller's to start and to
   * close.
   *
   * @param topology one to which {@link #addTo} has added
   * @throws GaramException if the brokers do not answer, a topic is missing, the changelog does not
   *     take what is remembered of a dialogue, or input topics that share dialogues have different
   *     numbers of partitions
   */
  public KafkaStreams streams(Topology topology) {
    boolean shares = followsDialogues() && !config.repartitions();
    StartChecks.requireTopics(config, topics.required(), shares ? topics.input() : List.of());
    return streams(topology, properties());
  }

  RequestTagger requests() {
    return new RequestTagger(preparation);
  }

  ServingModels models() {
    return models;
  }

  boolean followsDialogues() {
    return models.current().dialogue() != null;
  }

  TaggerTopics topics() {
    return topics;
  }

  KafkaStreams streams(Topology topology, Properties properties) {
    recovery.limits().read();
    recovery.limits().get().requireRoomForLetters();
    DialogueModel steps = models.current().dialogue();
    if (steps != null) {
      recovery.limits().get().requireRoomForDialogues(DialogueEntry.largestRecord(steps));
    }
    KafkaStreams streams = new KafkaStreams(topology, properties, clients(), MonotonicTime.SYSTEM);
    streams.setUncaughtExceptionHandler(
        uncaughtExceptionHandler(failure -> StreamThreadExceptionResponse.SHUTDOWN_CLIENT));
    return streams;
  }

  /** Returns the model that decides. */
  public ModelReference model() {
    return models.classifier().model();
  }

  /** Returns the thresholds below which an answer is unknown. */
  public Thresholds thresholds() {
    return models.classifier().thresholds();
  }

  /** Returns the running counts. */
  public TaggingStatistics statistics() {
    return statistics;
  }

  /** Returns why tagging stopped, if a failure ended it. */
  Optional<GaramException> reason() {
    return recovery.failures().reason();
  }

  void renewClients() {
    recovery.clients().renew();
  }

  InFlightRecords inFlightRecords() {
    return inFlightRecords;
  }

  DeadLetterHandler.Destination deadLetters() {
    return recovery.deadLetters();
  }

  /** Logs what was only counted until now, and frees the models. */
  @Override
  public void close() {
    var unused = end();
  }

  /** Does the same, and says whether no thread asks a model any more. */
  boolean end() {
    recovery.deadLetters().sayCounted();
    return tagging.end();
  }
}
