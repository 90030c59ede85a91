package io.garam.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.app.CommandRun;
import io.garam.app.GaramProcess;
import io.garam.app.broker.SharedBroker;
import io.garam.app.run.Cluster;
import io.garam.nlu.io.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DoctorCommandIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String MODEL = "../../models/korean-dialogue-act";

  @RegisterExtension static final SharedBroker broker = new SharedBroker();

  private final Cluster cluster = new Cluster(broker.bootstrapServers());

  private List<String> arguments(String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "doctor",
                "--bootstrap-server",
                broker.bootstrapServers(),
                "--model",
                MODEL,
                "--threads",
                "1",
                "--application-id",
                cluster.settings().get("application.id"),
                "--input-topic",
                cluster.inputTopic(),
                "--output-topic",
                cluster.outputTopic(),
                "--dead-letter-topic",
                cluster.deadLetterTopic()));
    args.addAll(List.of(more));
    return args;
  }

  private CommandRun doctor(String... more) {
    return CommandRun.of(arguments(more).toArray(String[]::new));
  }

  private static Map<String, String> statuses(CommandRun run) throws Exception {
    Map<String, String> statuses = new HashMap<>();
    JsonNode outcome = Json.MAPPER.readTree(run.out());
    outcome
        .get("checks")
        .forEach(
            check -> statuses.put(check.get("check").textValue(), check.get("status").textValue()));
    return statuses;
  }

  private static void assertNothingIsLeft() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      assertThat(admin.listTopics().names().get()).noneMatch(name -> name.contains("-doctor-"));
      assertThat(admin.listGroups().all().get())
          .noneMatch(group -> group.groupId().contains("-doctor-"));
    }
  }

  @Test
  void whatIsWellIsOkLineByLineAndNothingIsLeft() throws Exception {
    cluster.createTopics();
    CommandRun run = doctor();
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.lines())
        .anyMatch(line -> line.matches("ok +brokers: brokers: 1, cluster .*metadata.version.*"))
        .anyMatch(line -> line.matches("ok +model: korean-dialogue-act .*follows dialogues.*"))
        .anyMatch(line -> line.matches("ok +transactions: one was begun, written and aborted"))
        .anyMatch(line -> line.matches("ok +clocks: the brokers' are .*give or take \\d+ ms"))
        .anyMatch(line -> line.matches("ok +round trip: an event was tagged as \".+\" in .* ms.*"))
        .last()
        .asString()
        .matches("Checks: 20, faults: 0, warnings: \\d, skipped: 0");
    assertNothingIsLeft();
    assertThat(cluster.read(cluster.outputTopic(), 0, Duration.ofSeconds(1))).isEmpty();
    assertThat(cluster.changelogs()).as("the tagger's own is made by the tagger").isEmpty();
  }

  @Test
  void aMissingTopicIsAFaultWithItsRemedyAndTheRestIsTried() throws Exception {
    CommandRun run = doctor("--json");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(statuses(run))
        .containsEntry("topics", "FAULT")
        .containsEntry("message sizes", "SKIPPED")
        .containsEntry("round trip", "OK");
    assertThat(run.out()).contains("run again with --create-topics");
    assertNothingIsLeft();
  }

  @Test
  void topicsThatTheStartCreatesAreNoFaultAndAreNotCreatedHere() throws Exception {
    CommandRun run = doctor("--json", "--create-topics");
    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(statuses(run))
        .containsEntry("topics", "WARNING")
        .containsEntry("partitions", "SKIPPED")
        .containsEntry("round trip", "OK");
    assertNothingIsLeft();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      assertThat(admin.listTopics().names().get()).doesNotContain(cluster.inputTopic());
    }
  }

  @Test
  void warningsAreNoFault() throws Exception {
    cluster.createTopics();
    cluster.alter(cluster.outputTopic(), "max.message.bytes", "100000");
    cluster.alter(cluster.outputTopic(), "message.timestamp.type", "LogAppendTime");
    CommandRun run = doctor("--json");
    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(statuses(run))
        .containsEntry("message sizes", "WARNING")
        .containsEntry("timestamps", "WARNING");
    assertThat(Json.MAPPER.readTree(run.out()).get("warnings").intValue()).isEqualTo(2);
  }

  @Test
  void brokersThatAreAwayAreAFaultSoonAndTheMachineIsCheckedAllTheSame() throws Exception {
    CommandRun away =
        CommandRun.of(
            "doctor",
            "--bootstrap-server",
            "127.0.0.1:1",
            "--model",
            MODEL,
            "--config",
            "garam.connect.timeout.ms=1000",
            "--json");
    assertThat(away.exitCode()).isEqualTo(1);
    assertThat(statuses(away))
        .containsEntry("brokers", "FAULT")
        .containsEntry("model", "OK")
        .containsEntry("round trip", "SKIPPED");
  }

  @Test
  void aModelThatIsNotThereIsAFault() throws Exception {
    cluster.createTopics();
    CommandRun run =
        CommandRun.of(
            "doctor",
            "--bootstrap-server",
            broker.bootstrapServers(),
            "--model",
            "no-such-model",
            "--json");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(statuses(run))
        .containsEntry("model", "FAULT")
        .containsEntry("round trip", "SKIPPED")
        .containsEntry("clocks", "OK");
    assertNothingIsLeft();
  }

  @Test
  void whoInterruptsItLeavesNothingBehind() throws Exception {
    cluster.createTopics();
    try (GaramProcess process = GaramProcess.start(arguments())) {
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (!process.output().contains("topics of its own: ")
          && process.isAlive()
          && System.nanoTime() < deadline) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      assertThat(process.terminate()).isEqualTo(130);
      assertThat(process.errors()).contains("Interrupted; what it had made is removed.");
    }
    assertNothingIsLeft();
  }
}
