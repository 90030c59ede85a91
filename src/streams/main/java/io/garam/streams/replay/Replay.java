package io.garam.streams.replay;

import com.fasterxml.jackson.core.JsonPointer;
import io.garam.nlu.GaramException;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.bundle.ModelBundle;
import io.garam.streams.Tagger;
import io.garam.streams.client.Brokers;
import io.garam.streams.client.OffsetRange;
import io.garam.streams.client.TopicReader;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.event.EventField;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;

/**
 * A replay: a stretch of a topic that is tagged again by one model or two, in passes that can be
 * interrupted, resumed and shared. The source is only read. Until {@link #discard}, all that a
 * replay is stays on the brokers: its plan, how far its groups have come, and its answers.
 */
public final class Replay implements AutoCloseable {

  /** A replay has nobody waiting for its answers, and larger transactions cost less. */
  private static final String COMMIT_INTERVAL_MS = "500";

  /** A killed instance keeps its partitions no longer than this. */
  private static final int SESSION_TIMEOUT_MS = 10_000;

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
   * Opens a replay.
   *
   * @param notices hears what a user should know, a sentence each
   * @throws GaramException if a model or the brokers cannot be used, there is nothing to replay, to
   *     resume or to join, or an instance is already at work where none may be
   */
  public static Replay open(ReplayRequest request, Start start, Consumer<String> notices) {
    List<ModelReference> models =
        request.models().stream().map(model -> ModelBundle.read(model).spec().reference()).toList();
    Brokers brokers = config(request, 0, Map.of()).brokers();
    ReplayBroker broker = new ReplayBroker(brokers);
    TopicReader reader = new TopicReader(brokers);
    try {
      request.alsoRead().forEach(reader::whole);
      Opening opening = new Opening(request, models, broker, reader, notices);
      ReplayPlan plan = start == Start.BEGIN ? opening.begin() : opening.goOn();
      return new Replay(request, broker, reader, plan);
    } catch (RuntimeException e) {
      reader.close();
      broker.close();
      throw e;
    }
  }

  /** Returns what is done. */
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
    List<OffsetRange> left = ReplayPass.left(plan.ranges(), broker.committed(group));
    List<OffsetRange> filled = reader.fromFirstRecords(left);
    if (!filled.equals(left) && broker.members(group) == 0) {
      broker.commit(group, filled);
    }
    boolean isDone = filled.stream().allMatch(OffsetRange::isEmpty);
    Map<String, String> own = Map.of(StreamsConfig.STATE_DIR_CONFIG, state.path().toString());
    return new ReplayPass(
        plan.ranges(),
        () -> broker.committed(group),
        reader::fromFirstRecords,
        isDone ? null : Tagger.start(config(request, pass, own), plan.ranges()));
  }

  /**
   * Reads the answers of a pass, in the order of the source within each of its partitions.
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
    broker.awaitSettled(reader.whole(topic).stream().map(OffsetRange::partition).toList());
    reader.read(reader.whole(topic), action);
  }

  /** Returns where the fields of an event are. */
  public Map<EventField, JsonPointer> pointers() {
    return config(request, 0, Map.of()).pointers();
  }

  /** Returns a reader of other topics of the same brokers. */
  public TopicReader reader() {
    return reader;
  }

  /** Says whether the replay is still there: one that has ended has been discarded. */
  public boolean exists() {
    return broker.exists(names.plan());
  }

  /** Removes all that the replay has on the brokers, but for an output topic that a user named. */
  public void discard() {
    broker.deleteTopics(names.topics());
    broker.deleteGroups(names.groups());
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
    settings.putAll(request.settings());
    settings.putAll(own);
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, names.application(pass));
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(GaramConfig.INPUT_TOPIC, request.topic());
    settings.put(GaramConfig.OUTPUT_TOPIC, names.answers(pass, request.outputTopic()));
    settings.put(GaramConfig.DEAD_LETTER_TOPIC, names.deadLetters(pass));
    settings.put(GaramConfig.MODEL, request.models().get(pass).toString());
    settings.put(GaramConfig.CREATE_TOPICS, "false");
    return GaramConfig.of(settings);
  }

  /** From a request to a plan. */
  private record Opening(
      ReplayRequest request,
      List<ModelReference> models,
      ReplayBroker broker,
      TopicReader reader,
      Consumer<String> notices) {

    private static final Duration PATIENCE = Duration.ofMillis(SESSION_TIMEOUT_MS + 5_000L);

    private ReplayNames names() {
      return new ReplayNames(request.id());
    }

    ReplayPlan begin() {
      awaitNobody();
      @Nullable String output = request.outputTopic();
      broker
          .read(names().plan())
          .map(json -> ReplayPlan.fromJson(json, names().plan()))
          .filter(earlier -> earlier.outputTopicIsOurs() && earlier.outputTopic() != null)
          .ifPresent(earlier -> broker.deleteTopics(List.of(earlier.outputTopic())));
      broker.deleteTopics(names().topics());
      broker.deleteGroups(names().groups());
      Instant now = Instant.now();
      List<OffsetRange> ranges =
          new SourceRanges(reader, now, notices)
              .find(request.topic(), position(request.from(), now), position(request.to(), now));
      boolean outputIsNew = output != null && !broker.exists(output);
      if (output != null && !outputIsNew) {
        requireEmpty(output);
      }
      for (int pass = 0; pass < models.size(); pass++) {
        if (pass > 0 || output == null || outputIsNew) {
          broker.create(names().answers(pass, output), ranges.size());
        }
        broker.create(names().deadLetters(pass), ranges.size());
        broker.commit(names().application(pass), ranges);
      }
      ReplayPlan plan =
          new ReplayPlan(
              request.topic(),
              ReplayPlan.stretches(ranges),
              request.from(),
              request.to(),
              models,
              output,
              outputIsNew,
              now.toEpochMilli());
      broker.create(names().plan(), 1);
      broker.write(names().plan(), plan.toJson());
      return plan;
    }

    ReplayPlan goOn() {
      ReplayPlan plan =
          broker
              .read(names().plan())
              .map(json -> ReplayPlan.fromJson(json, names().plan()))
              .orElseThrow(
                  () ->
                      new GaramException(
                          "Expected a replay \""
                              + request.id()
                              + "\" that was begun and has not ended, but there is none; begin one"
                              + " without --resume and --join, or name another with --id."));
      plan.requireSame(request, models);
      return plan;
    }

    /** An instance that was killed is a member of its group until its session times out. */
    private void awaitNobody() {
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      boolean said = false;
      while (names().groups().stream().anyMatch(group -> broker.members(group) > 0)) {
        if (!said) {
          notices.accept(
              "Waiting for an earlier instance of this replay; one that was killed keeps its place"
                  + " for "
                  + SESSION_TIMEOUT_MS / 1000
                  + " s.");
          said = true;
        }
        if (System.nanoTime() > deadline) {
          throw new GaramException(
              "Expected nobody at work on the replay \""
                  + request.id()
                  + "\", but an instance is; add --join to help it, or name another replay with"
                  + " --id.");
        }
        ReplayBroker.pause();
      }
    }

    private void requireEmpty(String output) {
      long records = reader.whole(output).stream().mapToLong(OffsetRange::size).sum();
      if (records > 0) {
        throw new GaramException(
            "Expected an output topic that is new or empty, but "
                + output
                + " holds "
                + records
                + " records already; name another, or delete it.");
      }
    }

    private static @Nullable Position position(@Nullable String text, Instant now) {
      return text == null ? null : Position.parse(text, now);
    }
  }
}
