package io.garam.app.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.app.CommandRun;
import io.garam.app.broker.SharedBroker;
import io.garam.nlu.bundle.ModelBundle;
import io.garam.nlu.io.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the registry, one after the other, as people call them. */
class ModelsCommandIT {

  private static final String KOREAN = "../../models/korean-intention";
  private static final String ENGLISH = "../../models/english-assistant";

  @RegisterExtension static final SharedBroker broker = new SharedBroker();

  private final String topic = "models-" + UUID.randomUUID();

  private CommandRun run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("models"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--bootstrap-server", broker.bootstrapServers(), "--registry-topic", topic));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private JsonNode json(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--json");
    CommandRun run = run(all.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isZero();
    return Json.MAPPER.readTree(run.out());
  }

  private void assertFails(String sentence, String... arguments) {
    CommandRun run = run(arguments);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    assertThat(run.err()).startsWith("Expected ").contains(sentence);
    assertThat(run.out()).isEmpty();
  }

  private static String digest(String model) {
    return ModelBundle.read(Path.of(model)).spec().reference().digest();
  }

  @Test
  void aModelIsPushedActivatedRolledBackPulledAndRemoved(@TempDir Path folder) throws Exception {
    assertFails("there is no such topic", "list");
    assertFails("there is no such topic", "push", KOREAN);
    String korean = digest(KOREAN);
    String english = digest(ENGLISH);
    assertThat(json("push", KOREAN, "--name", "shop", "--create-topics").toString())
        .startsWith("{\"name\":\"shop\",\"digest\":\"" + korean + "\",\"version\":\"1\",")
        .endsWith("\"active\":false}");
    assertFails("but there is none", "rollback", "shop");
    assertThat(json("activate", "shop").toString())
        .startsWith("{\"name\":\"shop\",\"digest\":\"" + korean + "\",\"before\":null,");
    assertThat(run("push", ENGLISH, "--name", "shop", "--activate").out())
        .matches("Pushed and activated shop@" + english + ", \\d\\.\\d MB, into " + topic + "\\R");
    assertThat(json("list").at("/models"))
        .extracting(model -> model.get("digest").asText() + " " + model.get("active").asBoolean())
        .containsExactlyInAnyOrder(korean + " false", english + " true");
    assertFails("but shop@" + english + " is", "remove", "shop@" + english);
    assertThat(json("rollback", "shop").get("digest").asText()).isEqualTo(korean);
    assertThat(run("activate", "shop@" + korean).out())
        .isEqualToIgnoringNewLines("Activated shop@" + korean + " once more");
    assertThat(CommandRun.of("tag", "--model", "topic:shop", "네").err())
        .contains("garam models pull writes it to a folder");
    Path pulled = folder.resolve("pulled");
    String state = "state.dir=" + folder.resolve("state");
    assertThat(json("pull", "shop", "--out", pulled.toString(), "--config", state).toString())
        .contains(korean);
    assertThat(digest(pulled.toString())).isEqualTo(korean);
    assertFails("with something in it", "pull", "shop", "--out", folder.toString());
    JsonNode same = json("diff", "topic:shop", KOREAN);
    assertThat(same.toString())
        .isEqualTo("{\"differences\":[],\"onlyFirst\":[],\"onlySecond\":[]}");
    CommandRun diff = run("diff", "topic:shop", ENGLISH);
    assertThat(diff.out())
        .contains("digest", korean, english, "training corpus", "--epochs")
        .contains("Labels of the first alone: command, fragment, ");
    assertThat(json("remove", "shop@" + english).get("digest").asText()).isEqualTo(english);
    assertFails("but there is none", "rollback", "shop");
    assertFails("is not there", "activate", "shop@" + english);
    JsonNode status = json("status");
    assertThat(status.at("/models/0/earlier"))
        .extracting(earlier -> earlier.get("digest").asText())
        .containsExactly(english, korean);
    assertThat(status.get("taggers")).isEmpty();
    CommandRun table = run("status", "shop");
    assertThat(table.out()).contains("shop", korean, english);
    assertThat(run("status", "other").err()).contains("Nothing is active under other.");
  }

  @Test
  void whatDecidesNoLabelMayDifferUnderAnotherName(@TempDir Path folder) throws Exception {
    Path other = folder.resolve("other");
    Files.createDirectories(other);
    try (Stream<Path> files = Files.list(Path.of(ENGLISH))) {
      for (Path file : files.toList()) {
        Files.copy(file, other.resolve(file.getFileName()));
      }
    }
    Path spec = other.resolve("model.json");
    Files.writeString(
        spec, Files.readString(spec).replace("\"version\" : \"1\"", "\"version\" : \"1b\""));
    json("push", ENGLISH, "--name", "p", "--activate", "--create-topics");
    json("push", other.toString(), "--name", "q", "--activate");
    for (String name : List.of("p", "q")) {
      // Each is whole: it is fetched and verified.
      JsonNode difference =
          json("diff", "topic:" + name, ENGLISH, "--config", "state.dir=" + folder.resolve(name));
      assertThat(difference.at("/differences"))
          .extracting(one -> one.get("what").asText())
          .isEqualTo(name.equals("p") ? List.of() : List.of("version"));
    }
    json("push", KOREAN, "--name", "p", "--activate");
    json("remove", "p@" + digest(ENGLISH));
    json("diff", "topic:q", ENGLISH, "--config", "state.dir=" + folder.resolve("again"));
  }

  @Test
  void aTopicThatWouldLoseModelsIsRefused() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(topic, 2, (short) 1).configs(Map.of("cleanup.policy", "delete"))))
          .all()
          .get();
    }
    assertFails("to have cleanup.policy=compact, but found delete", "push", KOREAN);
  }

  @Test
  void whatIsNoNameIsSaid() {
    CommandRun run = run("activate", "shop@abc");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("NAME or NAME@DIGEST", "but found shop@abc");
    assertThat(run("remove", "shop").err()).contains("without a digest");
    assertThat(run("push", "/nowhere").err()).contains("no such folder");
  }
}
