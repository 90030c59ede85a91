package io.garam.app.models;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.app.CommandRun;
import io.garam.app.broker.SharedBroker;
import io.garam.app.output.Notes;
import io.garam.app.run.Cluster;
import io.garam.app.run.Conversations;
import io.garam.app.run.DialogueModels;
import io.garam.nlu.io.Json;
import io.garam.streams.Tagger;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.config.RegistryKeys;
import io.garam.streams.registry.Canary;
import io.garam.streams.registry.PushedBundle;
import io.garam.streams.registry.RegistryReader;
import io.garam.streams.registry.RegistryWriter;
import io.garam.streams.registry.Rollout;
import io.garam.streams.registry.Rollout.Action;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model answers a share of the keys first, and then all or none, by what it does. */
@Execution(ExecutionMode.CONCURRENT)
class CanaryIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @RegisterExtension static final SharedBroker broker = new SharedBroker();

  @TempDir private Path folder;

  private final Cluster cluster = new Cluster(broker.bootstrapServers());
  private final Registry registry = new Registry(broker.bootstrapServers());
  private final Conversations conversations = Conversations.of(11, 300);
  private int sent;
  private PushedBundle first;
  private PushedBundle second;

  @BeforeEach
  void push() throws Exception {
    cluster.createTopics();
    first = registry.push(DialogueModels.first());
    second = registry.push(DialogueModels.second());
    registry.activate(first);
  }

  private Tagger start() throws InterruptedException {
    Map<String, String> settings = cluster.settings();
    registry.addTo(settings, folder);
    Tagger tagger = Tagger.start(GaramConfig.of(settings));
    tagger.awaitRunning(PATIENCE);
    return tagger;
  }

  private CommandRun run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("models"));
    all.addAll(List.of(arguments));
    all.addAll(
        List.of(
            "--bootstrap-server",
            broker.bootstrapServers(),
            "--registry-topic",
            registry.topic().name(),
            "--config",
            RegistryKeys.STATUS_TOPIC + "=" + registry.status().name(),
            "--json"));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private CompletableFuture<CommandRun> begin(String require) {
    return begin(require, "6s");
  }

  private CompletableFuture<CommandRun> begin(String require, String time) {
    return CompletableFuture.supplyAsync(
        () ->
            run(
                "activate",
                second.id().toString(),
                "--canary=25%",
                "--require=" + require,
                "--for=" + time,
                "--at-least=50"));
  }

  private void say(int utterances) throws Exception {
    cluster.sendRecords(
        conversations.next(utterances).stream()
            .map(line -> line.record(cluster.inputTopic()))
            .toList());
    sent += utterances;
  }

  private static void awaitThat(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("time is over").isLessThan(deadline);
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private boolean isRunByTheTagger() {
    return registry.status().read().stream().anyMatch(said -> said.canary() != null);
  }

  private Rollout rollout() {
    return RegistryReader.read(registry.topic()).rollout(Registry.NAME);
  }

  /** Returns the dialogues by the digest of the models that answered in them. */
  private Map<String, Set<String>> dialogues() throws Exception {
    Map<String, Set<String>> dialogues = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> output :
        cluster.read(cluster.outputTopic(), sent, PATIENCE)) {
      dialogues
          .computeIfAbsent(
              Json.MAPPER.readTree(output.value()).at("/intent/model/digest").textValue(),
              digest -> new HashSet<>())
          .add(new String(output.key(), UTF_8));
    }
    return dialogues;
  }

  @Test
  void aCanaryWhoseConditionsHoldBecomesTheActiveModel() throws Exception {
    try (Tagger tagger = start()) {
      CompletableFuture<CommandRun> watch =
          begin("agreement>=0.01, unknown<=1, deadLetters<=0, latency<=60s");
      awaitThat(this::isRunByTheTagger);
      for (int second = 0; second < 4; second++) {
        say(600);
        TimeUnit.SECONDS.sleep(1);
      }
      CommandRun end = watch.get(1, TimeUnit.MINUTES);
      assertThat(end.exitCode()).as(end.err()).isZero();
      JsonNode said = Json.MAPPER.readTree(end.out());
      assertThat(said.get("outcome").textValue()).isEqualTo("activated");
      assertThat(said.get("reason").textValue()).startsWith("All conditions held: ");
      int tagged = said.at("/figures/tagged").intValue();
      assertThat(tagged).isBetween(sent / 10, sent / 2);
      assertThat(said.at("/figures/compared").intValue()).isBetween(50, tagged);
      Map<String, Set<String>> dialogues = dialogues();
      Set<String> ofCanary = dialogues.get(second.digest());
      assertThat(ofCanary).hasSizeBetween(300 / 8, 300 / 2);
      assertThat(dialogues.get(first.digest())).doesNotContainAnyElementsOf(ofCanary);
      awaitThat(() -> tagger.model().digest().equals(second.digest()));
      assertThat(rollout().canary()).isNull();
      assertThat(rollout().steps())
          .extracting(Rollout.Step::action)
          .containsExactly(Action.ACTIVATED, Action.BEGAN);
    }
  }

  @Test
  void aCanaryThatIsNotAsRequiredIsTakenBack() throws Exception {
    try (Tagger tagger = start()) {
      CompletableFuture<CommandRun> watch = begin("agreement>=1");
      awaitThat(this::isRunByTheTagger);
      say(2_000);
      CommandRun end = watch.get(1, TimeUnit.MINUTES);
      assertThat(end.exitCode()).as(end.err()).isEqualTo(3);
      JsonNode said = Json.MAPPER.readTree(end.out());
      assertThat(said.get("outcome").textValue()).isEqualTo("takenBack");
      assertThat(said.get("reason").textValue())
          .matches("Not met: agreement 0\\.\\d{4}, required >=1\\.0000\\.");
      awaitThat(() -> !isRunByTheTagger());
      assertThat(tagger.model().digest()).isEqualTo(first.digest());
      assertThat(rollout().steps()).first().matches(step -> step.action() == Action.TAKEN_BACK);
      Set<String> before = new HashSet<>(dialogues().get(second.digest()));
      // Those under way end with it; none begins with it any more.
      say(6_000);
      Set<String> after = dialogues().get(second.digest());
      assertThat(before).containsAll(after);
    }
  }

  @Test
  void aCanaryIsTakenBackByHandOrWhereATaggerRefusesItOrTooLittleCame() throws Exception {
    try (Tagger tagger = start()) {
      CompletableFuture<CommandRun> watch = begin("unknown<=1");
      awaitThat(this::isRunByTheTagger);
      JsonNode status = Json.MAPPER.readTree(run("status").out());
      assertThat(status.at("/rollouts/0/canary/require").textValue()).isEqualTo("unknown<=1");
      CommandRun back = run("rollback", Registry.NAME);
      assertThat(back.exitCode()).as(back.err()).isZero();
      CommandRun end = watch.get(1, TimeUnit.MINUTES);
      assertThat(end.exitCode()).isEqualTo(3);
      assertThat(Json.MAPPER.readTree(end.out()).get("reason").textValue())
          .contains("It was taken back by hand.");

      PushedBundle other = registry.push(Path.of("../../models/korean-intention"));
      CommandRun refused =
          run("activate", other.id().toString(), "--canary=25%", "--require=unknown<=1");
      assertThat(refused.exitCode()).isEqualTo(3);
      assertThat(refused.out()).contains("takenBack", "refuses it", "follows dialogues");

      CommandRun idle = begin("unknown<=1", "2s").get(1, TimeUnit.MINUTES);
      assertThat(idle.exitCode()).isEqualTo(3);
      assertThat(idle.out()).contains("Too little was seen to judge by, of 50 answers");
      assertThat(tagger.model().digest()).isEqualTo(first.digest());
    }
  }

  @Test
  void aCanaryAnswersItsKeysFromTheFirstEventOfAStart() throws Exception {
    registry.beginCanary(second, 25);
    say(2_000);
    try (Tagger tagger = start()) {
      Map<String, Set<String>> dialogues = dialogues();
      assertThat(dialogues.get(second.digest())).hasSizeBetween(300 / 8, 300 / 2);
      assertThat(dialogues.get(first.digest()))
          .doesNotContainAnyElementsOf(dialogues.get(second.digest()));
      assertThat(tagger.model().digest()).isEqualTo(first.digest());
    }
  }

  @Test
  void aCanaryThatHasEndedUnwatchedIsNotActivated() throws Exception {
    Canary canary;
    try (RegistryWriter writer = RegistryWriter.open(registry.topic())) {
      canary =
          writer.begin(
              RegistryReader.read(registry.topic()), second, 25, Duration.ofMillis(100), null);
    }
    TimeUnit.MILLISECONDS.sleep(200);
    CanaryWatch watch =
        new CanaryWatch(
            registry.topic(),
            registry.status(),
            second,
            canary,
            new CanaryOptions(),
            new Notes(new PrintWriter(Writer.nullWriter())));
    assertThat(watch.run())
        .matches(outcome -> outcome.action() == Action.TAKEN_BACK)
        .matches(outcome -> outcome.reason().startsWith("It ended by itself at "));
    assertThat(RegistryReader.read(registry.topic()).activation(Registry.NAME))
        .hasValueSatisfying(active -> assertThat(active.digest()).isEqualTo(first.digest()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{", "{\"name\":null}", "HALF", "COUNTS"})
  void whatIsNoStatusIsAsIfItWereNotThere(String value) throws Exception {
    String status =
        "{\"application\":\"a\",\"instance\":\"i\",\"name\":\"acts\",\"digest\":\"d\",\"since\":\"\","
            + "\"partitions\":{},\"refused\":null,\"refusedCanary\":null,\"canary\":%s,\"updated\":\"\"}";
    String half = status.formatted("{\"digest\":null}");
    String counts =
        status.formatted(
            "{\"digest\":\"d\",\"begun\":\"t\",\"tagged\":-1,\"unknown\":0,\"deadLetters\":0,"
                + "\"compared\":0,\"agreed\":0,\"latencyMillis\":null}");
    String written = value.replace("HALF", half).replace("COUNTS", counts);
    cluster.sendRecords(
        List.of(
            new ProducerRecord<>(
                registry.status().name(), "evil/1".getBytes(UTF_8), written.getBytes(UTF_8))));
    assertThat(registry.status().read()).isEmpty();
    assertThat(run("status").exitCode()).isZero();
  }
}
