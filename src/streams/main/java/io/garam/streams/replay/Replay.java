package io.garam.streams.replay;

import com.fasterxml.jackson.core.JsonPointer;
import io.garam.nlu.GaramException;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.Thresholds;
import io.garam.nlu.bundle.ModelBundle;
import io.garam.nlu.signature.TrustedKeys;
import io.garam.streams.Tagger;
import io.garam.streams.client.Brokers;
import io.garam.streams.client.OffsetRange;
import io.garam.streams.client.TopicReader;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.config.ShadowKeys;
import io.garam.streams.event.EventField;
import io.garam.streams.event.EventReader;
import io.garam.streams.replay.range.Position;
import io.garam.streams.replay.range.PositionOrder;
import io.garam.streams.settings.TaggerSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Replay: an offset range of a topic that is tagged again by one model or two, in passes that can
 * be interrupted, resumed and shared. The source is only read. Until {@link #discard}, all that a
 * replay is stays on the brokers: its plan, how far its groups have come, and its answers.
 */
public final class Replay implements AutoCloseable {

  /** A replay has nobody waiting for its answers, and larger transactions cost less. */
  private static final String COMMIT_INTERVAL_MS = "500";

  /** A killed instance keeps its partitions no longer than this. */
  static final int SESSION_TIMEOUT_MS = 10_000;

  private final ReplayRequest request;
  private final ReplayNames names;
  private final ReplayBroker broker;
  private final TopicReader reader;
  private final StateFolder state;
  private final ReplayPlan plan;

  private Replay(ReplayRequest request, ReplayBroker broker, TopicReader reader, ReplayPlan plan) {
    this.request = request;
    this.names = new ReplayNames(request.id());
    this.broker = broker;
    this.reader = reader;
    this.state = StateFolder.create();
    this.plan = plan;
  }

  /** How an instance comes to a replay. */
  public enum Start {
    /** Begins it, after removing what an earlier one of the same id has left. */
    BEGIN,
    /** Goes on with one that was interrupted. */
    RESUME,
    /** Helps one that another instance has begun, and leaves its end to that. */
    JOIN
  }

  /**
   * Checks what a request says of itself, before models are read and brokers asked: where it begins
   * and ends, and its settings.
   *
   * @throws GaramException if one of them cannot be
   */
  public static void check(ReplayRequest request) {
    Instant now = Instant.now();
    Position from = Position.of(request.from(), now);
    new PositionOrder(from, Position.of(request.to(), now)).require(now);
    config(request, 0, Map.of());
  }

  /** Returns where the keys are one of which must have signed each model, none for no such. */
  public static List<Path> trustedKeys(ReplayRequest request) {
    return config(request, 0, Map.of()).trustedKeys();
  }

  /**
   * Opens a replay.
   *
   * @param notices hears what a user should know, a sentence each
   * @throws GaramException if a model or the brokers cannot be used, there is nothing to replay, to
   *     resume or to join, or an instance is already at work where none may be
   */
  public static Replay open(ReplayRequest request, Start start, Consumer<String> notices) {
    TrustedKeys keys = TrustedKeys.read(trustedKeys(request));
    List<ModelReference> models =
        request.models().stream()
            .map(model -> ModelBundle.read(model, keys).spec().reference())
            .toList();
    Brokers brokers = new TaggerSettings(config(request, 0, Map.of())).brokers();
    TopicReader reader = new TopicReader(brokers);
    try {
      ReplayBroker broker = new ReplayBroker(brokers);
      return open(request, models, start, broker, reader, notices);
    } catch (RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  private static Replay open(
      ReplayRequest request,
      List<ModelReference> models,
      Start start,
      ReplayBroker broker,
      TopicReader reader,
      Consumer<String> notices) {
    try {
      broker.topics().require(request.topic(), AclOperation.READ);
      request.alsoRead().forEach(topic -> broker.topics().require(topic, AclOperation.READ));
      request.alsoRead().forEach(reader::whole);
      ReplayOpener opening = new ReplayOpener(request, models, broker, reader, notices);
      ReplayPlan plan = start == Start.BEGIN ? opening.begin() : opening.goOn();
      return new Replay(request, broker, reader, plan);
    } catch (RuntimeException e) {
      broker.close();
      throw e;
    }
  }

  /** Returns which records are replayed, by which models, and where to. */
  public ReplayPlan plan() {
    return plan;
  }

  /**
   * Starts a pass, or goes on with it.
   *
   * @param pass counts from 0
   * @throws GaramException if the tagger cannot start
   */
  public ReplayPass pass(int pass) {
    String group = names.application(pass);
    Map<TopicPartition, Long> read = broker.groups().committed(group);
    List<OffsetRange> left = plan.ranges().stream().map(range -> range.left(read)).toList();
    boolean isDone = reader.fromFirstRecords(left).stream().allMatch(OffsetRange::isEmpty);
    Map<String, String> own = Map.of(StreamsConfig.STATE_DIR_CONFIG, state.path().toString());
    return new ReplayPass(
        plan.ranges(),
        () -> broker.groups().committed(group),
        reader::fromFirstRecords,
        isDone ? null : Tagger.start(config(request, pass, own), endOffsets()));
  }

  private Map<TopicPartition, Long> endOffsets() {
    return plan.ranges().stream()
        .collect(Collectors.toMap(OffsetRange::partition, OffsetRange::to));
  }

  /**
   * Reads the answers of a pass, those of a dialogue in their order.
   *
   * @param pass one that is complete
   */
  public void answers(int pass, TopicReader.Action action) {
    read(names.answers(pass, plan.outputTopic()), action);
  }

  /** Reads what a pass could not tag. */
  public void deadLetters(int pass, TopicReader.Action action) {
    read(names.deadLetters(pass), action);
  }

  private void read(String topic, TopicReader.Action action) {
    broker.topics().awaitSettled(reader.whole(topic).stream().map(OffsetRange::partition).toList());
    reader.read(reader.whole(topic), action);
  }

  /** Returns where the fields of an event are. */
  public Map<EventField, JsonPointer> pointers() {
    return new TaggerSettings(config(request, 0, Map.of())).pointers();
  }

  /** Returns the reader of answers, which are events that have an intent. */
  public EventReader answerReader() {
    Map<String, String> own = Map.of(GaramConfig.INTENT_EXISTING, GaramConfig.REPLACE);
    return new TaggerSettings(config(request, 0, own)).events();
  }

  /** Returns the thresholds that hold instead of the first model's own. */
  public Thresholds thresholds() {
    return thresholds(request, 0);
  }

  /**
   * Returns the thresholds that hold instead of a model's own: those asked for are of the first.
   *
   * @param pass counts from 0
   */
  public static Thresholds thresholds(ReplayRequest request, int pass) {
    return config(request, pass, Map.of()).thresholds();
  }

  /** Returns a reader of other topics of the same brokers. */
  public TopicReader reader() {
    return reader;
  }

  /** Says whether the replay is still there: one that has ended has been discarded. */
  public boolean exists() {
    return broker.topics().exists(names.plan());
  }

  /** Removes all that the replay has on the brokers, but for an output topic that a user named. */
  public void discard() {
    broker.topics().delete(names.topics());
    broker.groups().delete(names.groups());
  }

  @Override
  public void close() {
    reader.close();
    broker.close();
    state.close();
  }

  /** The settings of a pass; those that keep a replay apart from all else cannot be changed. */
  private static GaramConfig config(ReplayRequest request, int pass, Map<String, String> own) {
    ReplayNames names = new ReplayNames(request.id());
    Map<String, String> settings = new HashMap<>();
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_INTERVAL_MS);
    settings.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
        Integer.toString(SESSION_TIMEOUT_MS));
    settings.put(GaramConfig.INTENT_EXISTING, GaramConfig.REPLACE);
    settings.putAll(request.settings());
    settings.putAll(own);
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, names.application(pass));
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(GaramConfig.INPUT_TOPIC, request.topic());
    settings.put(GaramConfig.OUTPUT_TOPIC, names.answers(pass, request.outputTopic()));
    settings.put(GaramConfig.DEAD_LETTER_TOPIC, names.deadLetters(pass));
    settings.put(GaramConfig.MODEL, request.models().get(pass).toString());
    settings.put(GaramConfig.CREATE_TOPICS, "false");
    ShadowKeys.ALL.forEach(settings::remove);
    if (pass > 0) {
      settings.remove(GaramConfig.THRESHOLD);
    }
    GaramConfig config = GaramConfig.of(settings);
    if (config.repartitions()) {
      throw new GaramException(
          "Expected a replay without "
              + GaramConfig.DIALOGUE_POINTER
              + ", since a stretch that is read at once brings the utterances of a dialogue from"
              + " several partitions in another order than they came in live; give --config "
              + GaramConfig.DIALOGUE_POINTER
              + "= to take the keys of the records for their dialogues.");
    }
    return config;
  }
}
