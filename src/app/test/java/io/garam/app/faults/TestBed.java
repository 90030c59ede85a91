package io.garam.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.app.run.Cluster;
import io.garam.app.run.DialogueModels;
import io.garam.streams.config.GaramConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Test bed of faults: brokers, two instances of a tagger that remembers dialogues on disk, and a
 * steady stream of events, all but the stream in processes of their own. Owns them.
 */
final class TestBed implements AutoCloseable {

  /**
   * Clients wait that long, and several times one after another, for a broker that is frozen and
   * keeps its connections; Kafka's 30 s make minutes of it.
   */
  static final int REQUEST_TIMEOUT_MS = 10_000;

  private static final int INSTANCES = 2;

  private final Layout layout;
  private final Path folder;
  private final BrokerCluster brokers;
  private final Cluster topics;
  private final Progress progress;
  private final List<Instance> instances = new ArrayList<>();
  private final EventStream events;

  private TestBed(Layout layout, Path folder, BrokerCluster brokers) {
    this.layout = layout;
    this.folder = folder;
    this.brokers = brokers;
    this.topics = new Cluster(brokers.bootstrapServers());
    this.events = new EventStream(brokers.bootstrapServers(), topics.inputTopic());
    this.progress =
        new Progress(
            brokers.bootstrapServers(),
            topics.inputTopic(),
            topics.settings().get("application.id"),
            events);
  }

  /**
   * Starts all of it, and returns when events are tagged.
   *
   * @param folder for what the processes write
   */
  static TestBed start(Layout layout, Path folder) throws Exception {
    Files.createDirectories(folder);
    Clock.set(folder, 0);
    BrokerCluster brokers =
        BrokerCluster.start(
            folder, layout.brokers(), layout.clock().ofBrokers(folder.resolve(Clock.FILE)));
    TestBed bed = new TestBed(layout, folder, brokers);
    try {
      bed.topics.createTopics();
      for (int i = 0; i < INSTANCES; i++) {
        bed.instances.add(bed.instance("state-" + i));
      }
      for (Instance instance : bed.instances) {
        instance.awaitRunning();
      }
      bed.events.start();
      bed.awaitWhole();
      return bed;
    } catch (Exception | AssertionError e) {
      bed.close();
      throw e;
    }
  }

  private Instance instance(String state) throws IOException {
    Path stateFolder = folder.resolve(state);
    Map<String, String> settings = new HashMap<>(topics.settings());
    settings.put(GaramConfig.MODEL, DialogueModels.first().toString());
    settings.put(GaramConfig.DIALOGUE_STORE, "rocksdb");
    settings.put(GaramConfig.CLOSE_TIMEOUT_MS, "30000");
    // No fault, but a machine that is busy with the start of the others.
    settings.put(GaramConfig.CONNECT_TIMEOUT_MS, "60000");
    settings.put("num.stream.threads", "1");
    settings.put("request.timeout.ms", Integer.toString(REQUEST_TIMEOUT_MS));
    settings.put("state.dir", stateFolder.toString());
    layout.protocol().addTo(settings);
    return new Instance(
        stateFolder, settings, layout.clock().ofTaggers(folder.resolve(Clock.FILE)));
  }

  /** Starts one more instance; its caller owns it. */
  Instance guest() throws IOException {
    return instance("state-guest");
  }

  /** Returns an instance: each in turn, as strikes are counted. */
  Instance instance(int strike) {
    return instances.get(strike % INSTANCES);
  }

  /** Returns a broker: each in turn, as strikes are counted. */
  BrokerProcess broker(int strike) {
    return brokers.brokers().get(strike % brokers.brokers().size());
  }

  Progress progress() {
    return progress;
  }

  Path folder() {
    return folder;
  }

  /** Waits until both instances are members of the group, and tag all that comes. */
  void awaitWhole() throws Exception {
    for (Instance instance : instances) {
      instance.awaitRunning();
    }
    Condition members = () -> progress.members() == INSTANCES;
    members.await(INSTANCES + " members in the group");
    progress.awaitCaughtUp();
  }

  /**
   * Ends the stream and the instances, and holds what came out against an undisturbed run.
   *
   * @return how many events were sent
   */
  long assertNothingDisturbed() throws Exception {
    events.end();
    progress.awaitCaughtUp();
    for (Instance instance : instances) {
      assertThat(instance.terminate()).as(instance.log()).isZero();
    }
    new Verdict(topics, events).assertUndisturbed(DialogueModels.first());
    return events.sent();
  }

  /** Returns the ends of what the instances have logged. */
  String logs() throws IOException {
    StringBuilder logs = new StringBuilder();
    for (Instance instance : instances) {
      String log = instance.log();
      logs.append("\n--- ").append(instance.stateFolder().getFileName()).append('\n');
      logs.append(log, Math.max(0, log.length() - 8000), log.length());
    }
    return logs.toString();
  }

  @Override
  public void close() throws IOException {
    events.close();
    progress.close();
    for (Instance instance : instances) {
      instance.close();
      if (Mounts.isPoint(instance.stateFolder())) {
        Mounts.unmount(instance.stateFolder());
      }
    }
    brokers.close();
  }
}
