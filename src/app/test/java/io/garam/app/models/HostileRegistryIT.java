package io.garam.app.models;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.app.broker.SharedBroker;
import io.garam.app.run.Cluster;
import io.garam.app.run.DialogueModels;
import io.garam.nlu.GaramException;
import io.garam.nlu.bundle.GoldenUtterances;
import io.garam.nlu.bundle.GoldenUtterances.GoldenUtterance;
import io.garam.nlu.bundle.ModelBundle;
import io.garam.nlu.io.Json;
import io.garam.streams.Tagger;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.registry.InstanceStatus;
import io.garam.streams.registry.PushedBundle;
import io.garam.streams.registry.PushedFile;
import io.garam.streams.registry.RegistryReader;
import io.garam.streams.registry.RegistryWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Whatever the registry says, a tagger that runs goes on, and says what it refused. */
class HostileRegistryIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** A statement that lacks the name of a file. */
  private static final String HALF =
      "{\"name\":\"acts\",\"digest\":\"eeeeeeeeeeeeeeee\",\"version\":\"1\",\"pushed\":\"\","
          + "\"by\":\"m\",\"from\":0,\"files\":[{\"name\":null,\"bytes\":1,\"chunks\":[\"aa\"]}]}";

  @RegisterExtension static final SharedBroker broker = new SharedBroker();

  @TempDir private Path folder;

  private final Cluster cluster = new Cluster(broker.bootstrapServers());
  private final Registry registry = new Registry(broker.bootstrapServers());
  private PushedBundle first;

  @BeforeEach
  void push() throws Exception {
    cluster.createTopics();
    first = registry.push(DialogueModels.first());
    registry.activate(first);
  }

  private Tagger start(String state) throws InterruptedException {
    Map<String, String> settings = cluster.settings();
    registry.addTo(settings, folder.resolve(state));
    Tagger tagger = Tagger.start(GaramConfig.of(settings));
    tagger.awaitRunning(PATIENCE);
    return tagger;
  }

  private void assertTagsWith(PushedBundle bundle, int outputs) throws Exception {
    cluster.send(List.of("{\"text\":\"네\"}".getBytes(UTF_8)));
    var found = cluster.read(cluster.outputTopic(), outputs, PATIENCE);
    assertThat(found).hasSize(outputs);
    assertThat(
            Json.MAPPER
                .readTree(found.get(outputs - 1).value())
                .at("/intent/model/digest")
                .asText())
        .isEqualTo(bundle.digest());
  }

  private static void awaitThat(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("time is over").isLessThan(deadline);
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private static void awaitModel(Tagger tagger, PushedBundle bundle) throws InterruptedException {
    awaitThat(() -> tagger.model().digest().equals(bundle.digest()));
  }

  private Optional<InstanceStatus> refusing() {
    return registry.status().read().stream().filter(said -> said.refused() != null).findFirst();
  }

  /** Writes a statement that no command would write. */
  private PushedBundle said(PushedBundle bundle) throws Exception {
    write(0, "bundle/" + bundle.id(), Json.MAPPER.writeValueAsBytes(bundle));
    return bundle;
  }

  private void write(int partition, String key, byte[] value) throws Exception {
    cluster.sendRecords(
        List.of(
            new ProducerRecord<>(registry.topic().name(), partition, key.getBytes(UTF_8), value)));
  }

  private PushedBundle changed(String digit, List<PushedFile> files) {
    return new PushedBundle(
        first.name(),
        first.version(),
        digit.repeat(16),
        first.pushed(),
        first.by(),
        first.from(),
        files);
  }

  /** A bundle whose golden utterances say what the model does not. */
  private PushedBundle withOtherGolden() throws Exception {
    ModelBundle bundle = ModelBundle.read(DialogueModels.second());
    List<GoldenUtterance> changed = new ArrayList<>();
    for (GoldenUtterance one : bundle.golden().utterances()) {
      List<String> labels = new ArrayList<>(one.probabilities().keySet());
      Collections.sort(labels);
      changed.add(
          new GoldenUtterance(
              one.text(), one.dialogue(), one.speaker(), Map.of(labels.get(0), 0.123f)));
    }
    Path other = folder.resolve("other");
    ModelBundle.write(
        other,
        bundle.spec(),
        bundle.networks(),
        bundle.vocabulary(),
        new GoldenUtterances(changed),
        "");
    return registry.push(other);
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void whatCannotBeRunIsRefusedWithAReasonAndTheModelInUseGoesOn() throws Exception {
    try (Tagger tagger = start("state")) {
      assertRefused(tagger, withOtherGolden(), "as when it was made");
      assertRefused(
          tagger, said(changed("a", withoutChunks())), "are missing or not what was pushed");
      List<PushedFile> outside = List.of(new PushedFile("../evil", 1, List.of("00".repeat(32))));
      assertRefused(tagger, said(changed("b", outside)), "found a file ../evil");
      assertRefused(tagger, changed("c", List.of()), "but it is not there");
      assertRefused(
          tagger, registry.push(Path.of("../../models/korean-intention")), "follows dialogues");
      assertRefused(tagger, underAnotherDigest(), "but found the model");
      assertThat(folder.resolve("evil")).doesNotExist();
      write(0, "bundle/acts@" + "e".repeat(16), HALF.getBytes(UTF_8));
      assertRefused(tagger, changed("e", List.of()), "but it is not there");
      assertTagsWith(first, 1);
      // What can be run is run, once it is active.
      PushedBundle second = registry.push(DialogueModels.second());
      registry.activate(second);
      awaitModel(tagger, second);
      awaitThat(() -> refusing().isEmpty());
    }
    assertThat(registry.status().read()).isEmpty();
  }

  private void assertRefused(Tagger tagger, PushedBundle bad, String reason)
      throws InterruptedException {
    registry.activate(bad);
    awaitThat(
        () -> refusing().filter(said -> said.refused().digest().equals(bad.digest())).isPresent());
    InstanceStatus said = refusing().orElseThrow();
    assertThat(said.refused().reason()).startsWith("Expected ").endsWith(".").contains(reason);
    assertThat(said.digest()).isEqualTo(first.digest());
    assertThat(tagger.model().digest()).isEqualTo(first.digest());
  }

  private List<PushedFile> withoutChunks() {
    return List.of(new PushedFile("model.json", 1, List.of("0".repeat(64))));
  }

  private PushedBundle underAnotherDigest() throws Exception {
    return said(changed("d", registry.push(DialogueModels.second()).files()));
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void twoPushesAtOnceAreOneModel() throws Exception {
    CompletableFuture.allOf(
            IntStream.range(0, 2)
                .mapToObj(
                    i -> CompletableFuture.runAsync(() -> registry.push(DialogueModels.second())))
                .toArray(CompletableFuture[]::new))
        .join();
    PushedBundle second = registry.push(DialogueModels.second());
    // A chunk of another content, after all.
    String chunk = second.files().get(0).chunks().get(0);
    write(1, "chunk/" + chunk, "evil".getBytes(UTF_8));
    try (Tagger tagger = start("state")) {
      registry.activate(second);
      awaitModel(tagger, second);
      assertTagsWith(second, 1);
    }
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aModelThatIsRemovedWhileItIsActiveRunsOnAndStartsAgainWhereTheMachineHasIt()
      throws Exception {
    try (Tagger tagger = start("state")) {
      assertThat(tagger.model().digest()).isEqualTo(first.digest());
      assertTagsWith(first, 1);
      try (RegistryWriter writer = RegistryWriter.open(registry.topic())) {
        writer.remove(RegistryReader.read(registry.topic()), first);
      }
      assertTagsWith(first, 2);
    }
    try (Tagger again = start("state")) {
      assertThat(again.model().digest()).isEqualTo(first.digest());
      assertTagsWith(first, 3);
    }
    assertThatThrownBy(() -> start("elsewhere"))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining(first.id() + " in the registry, but it is not there");
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void withoutARegistryATaggerRunsOnAndStartsWithWhatItHadLast() throws Exception {
    try (Tagger tagger = start("state")) {
      assertThat(tagger.model().digest()).isEqualTo(first.digest());
      assertTagsWith(first, 1);
      deleteRegistry();
      assertTagsWith(first, 2);
    }
    try (Tagger again = start("state")) {
      assertThat(again.model().digest()).isEqualTo(first.digest());
      assertTagsWith(first, 3);
      // It follows a registry that comes back.
      registry.topic().create();
      PushedBundle second = registry.push(DialogueModels.second());
      registry.activate(second);
      awaitModel(again, second);
    }
    deleteRegistry();
    assertThatThrownBy(() -> start("elsewhere"))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("there is no such topic");
  }

  private void deleteRegistry() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin.deleteTopics(List.of(registry.topic().name())).all().get();
    }
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aDamagedCopyOnTheMachineIsFetchedAgain() throws Exception {
    try (Tagger tagger = start("state")) {
      assertThat(tagger.model().digest()).isEqualTo(first.digest());
    }
    Path network;
    try (Stream<Path> files = Files.walk(folder.resolve("state"))) {
      network = files.filter(file -> file.endsWith("model.onnx")).findFirst().orElseThrow();
    }
    Files.write(network, new byte[] {1, 2, 3});
    try (Tagger again = start("state")) {
      assertThat(again.isRunning()).isTrue();
      assertTagsWith(first, 1);
    }
    assertThat(Files.size(network)).isGreaterThan(3);
  }
}
