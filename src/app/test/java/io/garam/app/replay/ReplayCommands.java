package io.garam.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.app.CommandRun;
import io.garam.app.broker.SharedBroker;
import io.garam.nlu.io.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The command {@code replay} on the history of a test. */
final class ReplayCommands {

  static final String MODEL = "../../models/korean-dialogue-act";
  static final String OTHER_MODEL = "../../models/korean-intention";
  static final Duration PATIENCE = Duration.ofMinutes(2);

  private ReplayCommands() {}

  /**
   * Returns a history whose topic is there, and empty.
   *
   * @param size how many utterances
   */
  static History history(SharedBroker broker, int partitions, int size) throws Exception {
    History history = new History(broker.bootstrapServers(), partitions, size);
    history.createTopic();
    return history;
  }

  static List<String> arguments(History history, String... more) {
    return Stream.concat(
            Stream.of(
                "replay",
                "--bootstrap-server",
                history.bootstrapServers(),
                "--topic",
                history.topic(),
                "--config",
                "transaction.timeout.ms=5000"),
            Stream.of(more))
        .toList();
  }

  static CommandRun replay(History history, String... more) {
    return CommandRun.of(arguments(history, more).toArray(String[]::new));
  }

  /** Returns the JSON that a command without errors has printed. */
  static JsonNode done(CommandRun run) throws IOException {
    assertThat(run.exitCode()).as(run.err()).isZero();
    return Json.MAPPER.readTree(run.out());
  }
}
