package io.garam.streams.replay;

import io.garam.nlu.GaramException;
import io.garam.nlu.Intent.ModelReference;
import io.garam.streams.client.OffsetRange;
import io.garam.streams.client.TopicReader;
import io.garam.streams.replay.range.Position;
import io.garam.streams.replay.range.SourceRanges;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.acl.AclOperation;
import org.jspecify.annotations.Nullable;

/** From a request to a plan. */
record ReplayOpener(
    ReplayRequest request,
    List<ModelReference> models,
    ReplayBroker broker,
    TopicReader reader,
    Consumer<String> notices) {

  private static final Duration PATIENCE = Duration.ofMillis(Replay.SESSION_TIMEOUT_MS + 5_000L);

  private ReplayNames names() {
    return new ReplayNames(request.id());
  }

  /** Fixes what is replayed, and only then removes what an earlier replay of this id has left. */
  ReplayPlan begin() {
    awaitNobody();
    Instant now = Instant.now();
    List<OffsetRange> ranges =
        new SourceRanges(reader, now, notices)
            .find(
                request.topic(), Position.of(request.from(), now), Position.of(request.to(), now));
    @Nullable String left = outputLeft();
    @Nullable String output = request.outputTopic();
    if (output != null && !output.equals(left) && broker.topics().exists(output)) {
      requireEmpty(output);
    }
    if (left != null) {
      broker.topics().delete(List.of(left));
    }
    broker.topics().delete(names().topics());
    broker.groups().delete(names().groups());
    boolean outputIsNew =
        output != null && (output.equals(left) || !broker.topics().exists(output));
    for (int pass = 0; pass < models.size(); pass++) {
      if (pass > 0 || output == null || outputIsNew) {
        broker.topics().create(names().answers(pass, output), ranges.size());
      }
      broker.topics().require(names().answers(pass, output), AclOperation.WRITE, AclOperation.READ);
      createOwn(names().deadLetters(pass), ranges.size());
      broker.groups().commit(names().application(pass), ranges);
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
            now.toEpochMilli(),
            request.threshold());
    createOwn(names().plan(), 1);
    broker.plan(names().plan()).write(plan);
    return plan;
  }

  /** Creates a topic that is deleted at the end; a right that is missing then is said now. */
  private void createOwn(String topic, int partitions) {
    broker.topics().create(topic, partitions);
    broker.topics().require(topic, AclOperation.WRITE, AclOperation.READ, AclOperation.DELETE);
  }

  /** Returns the output topic that an earlier replay of this id has made, null if none did. */
  private @Nullable String outputLeft() {
    try {
      return broker
          .plan(names().plan())
          .read()
          .filter(ReplayPlan::outputTopicIsOurs)
          .map(ReplayPlan::outputTopic)
          .orElse(null);
    } catch (GaramException e) {
      notices.accept(
          "What an earlier replay of this id has done cannot be told: " + e.getMessage());
      return null;
    }
  }

  /** Finds the plan of a replay that was begun and has not ended. */
  ReplayPlan goOn() {
    ReplayPlan plan =
        broker
            .plan(names().plan())
            .read()
            .orElseThrow(
                () ->
                    new GaramException(
                        "Expected a replay \""
                            + request.id()
                            + "\" that was begun and has not ended, but there is none; begin one"
                            + " without --resume and --join, or name another with --id."));
    new PlanDifference(plan, request, models).requireNone();
    return plan;
  }

  /** An instance that was killed is a member of its group until its session times out. */
  private void awaitNobody() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    boolean said = false;
    while (names().groups().stream().anyMatch(group -> broker.groups().members(group) > 0)) {
      if (!said) {
        notices.accept(
            "Waiting for an earlier instance of this replay; one that was killed keeps its place"
                + " for "
                + Replay.SESSION_TIMEOUT_MS / 1000
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
      PollInterval.await();
    }
  }

  private void requireEmpty(String output) {
    long records = OffsetRange.size(reader.whole(output));
    if (records > 0) {
      throw new GaramException(
          "Expected an output topic that is new or empty, but "
              + output
              + " holds "
              + records
              + " records already; name another, or delete it.");
    }
  }
}
