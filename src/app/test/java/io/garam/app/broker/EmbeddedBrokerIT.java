package io.garam.app.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.app.GaramProcess;
import io.garam.nlu.GaramException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {

  private static Set<String> topics(EmbeddedBroker broker) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      return admin.listTopics().names().get();
    }
  }

  private static Set<Thread> threadsThatBlockExit() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.isAlive() && !thread.isDaemon())
        .collect(Collectors.toSet());
  }

  @Test
  void dataSurvivesARestartOnAnotherPort(@TempDir Path data) throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(data, EmbeddedBroker.ANY_PORT);
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1))).all().get();
    }
    try (EmbeddedBroker broker = EmbeddedBroker.start(data, EmbeddedBroker.ANY_PORT)) {
      assertThat(topics(broker)).contains("kept");
    }
  }

  @Test
  void nothingThatBlocksExitIsLeftBehind() throws Exception {
    Set<Thread> before = threadsThatBlockExit();
    try (EmbeddedBroker broker = EmbeddedBroker.startTemporary()) {
      assertThat(topics(broker)).isEmpty();
    }
    Set<Thread> left = threadsThatBlockExit();
    left.removeAll(before);
    for (Thread thread : left) {
      thread.join(2000);
    }
    left.removeIf(thread -> !thread.isAlive());
    assertThat(left).isEmpty();
  }

  @Test
  void aPortInUseIsNamed(@TempDir Path folder) throws Exception {
    Path data = folder.resolve("new");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> EmbeddedBroker.start(data, taken.getLocalPort()))
          .isInstanceOf(GaramException.class)
          .hasMessageContaining(Integer.toString(taken.getLocalPort()))
          .hasMessageContaining("--port");
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFolderOfAnotherNodeLeavesNoThreadAndNoLock(@TempDir Path data) throws Exception {
    EmbeddedBroker.start(data, EmbeddedBroker.ANY_PORT).close();
    Path properties = data.resolve("meta.properties");
    String before = Files.readString(properties);
    Files.writeString(properties, before.replace("node.id=1", "node.id=7"));
    Set<Thread> running = Thread.getAllStackTraces().keySet();

    assertThatThrownBy(() -> EmbeddedBroker.start(data, EmbeddedBroker.ANY_PORT))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining(data.toString())
        .hasMessageEndingWith("or choose another folder with --data.");

    assertThat(kafkaThreadsLeft(running)).isEmpty();
    Files.writeString(properties, before);
    try (EmbeddedBroker broker = EmbeddedBroker.start(data, EmbeddedBroker.ANY_PORT)) {
      assertThat(topics(broker)).isEmpty();
    }
  }

  @Test
  void aFolderThatCannotBeIsToldAndNothingOfItIsLeft(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThatThrownBy(() -> EmbeddedBroker.start(file, EmbeddedBroker.ANY_PORT))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining(file.toString());
    assertThatThrownBy(() -> EmbeddedBroker.start(file.resolve("data"), EmbeddedBroker.ANY_PORT))
        .isInstanceOf(GaramException.class);
    assertThat(folder).isDirectoryContaining(file::equals);
  }

  private static Set<Thread> kafkaThreadsLeft(Set<Thread> before) throws InterruptedException {
    Set<Thread> left = Set.of();
    for (int tries = 0; tries < 50; tries++) {
      left =
          Thread.getAllStackTraces().keySet().stream()
              .filter(thread -> thread.isAlive() && !before.contains(thread))
              .filter(
                  thread -> !thread.getName().matches("(?i)(ForkJoinPool|Common-Cleaner|Attach).*"))
              .collect(Collectors.toSet());
      if (left.isEmpty()) {
        return left;
      }
      Thread.sleep(100);
    }
    return left;
  }

  @Test
  void aFolderInUseIsNamed(@TempDir Path data) {
    try (EmbeddedBroker broker = EmbeddedBroker.start(data, EmbeddedBroker.ANY_PORT)) {
      assertThat(broker.bootstrapServers()).startsWith("127.0.0.1:");
      assertThatThrownBy(() -> EmbeddedBroker.start(data, EmbeddedBroker.ANY_PORT))
          .isInstanceOf(GaramException.class)
          .hasMessageContaining(data.toString())
          .hasMessageContaining("--data");
    }
  }

  @Test
  void aFaultThatTheBrokerCannotMendEndsTheProcessWithASentence(@TempDir Path folder)
      throws Exception {
    Path data = folder.resolve("data");
    try (GaramProcess garam =
        GaramProcess.run(
            Map.of(),
            "--embedded",
            "--port=0",
            "--data=" + data,
            "--model=../../models/korean-intention")) {
      garam.awaitLine("Tagging", Duration.ofSeconds(60));
      Files.move(data, folder.resolve("moved"));

      assertThat(garam.awaitEnd(Duration.ofSeconds(60))).isEqualTo(1);
      assertThat(garam.errors())
          .contains("Expected the embedded broker to go on")
          .contains("see that the folder " + data + " is there");
    }
  }
}
