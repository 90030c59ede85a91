package io.garam.app.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/walkthrough.md, run in their order on the compose file. */
@EnabledIf("io.garam.app.container.DockerEngine#answers")
final class WalkthroughContainerIT {

  private static final Path PAGE = Path.of("../../docs/walkthrough.md");
  private static final Pattern COMMANDS = Pattern.compile("(?ms)^```(text)?\n(.*?)^```$");
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** Fewer than on the page, so that chat takes 40 seconds. */
  private static final int EVENTS = 1600;

  /** The image of this build is there already, and Grafana's can rarely be had. */
  private static final Set<String> OTHERWISE =
      Set.of("scripts/image", "docker compose up --detach");

  @TempDir private Path folder;
  private ComposeShell shell;

  @BeforeEach
  void buildTheImage() throws Exception {
    shell = ComposeShell.inTheRepository(folder, EVENTS);
    run("docker build --quiet --tag \"$GARAM_IMAGE\" src/app/target/image");
  }

  @AfterEach
  void removeEverything() throws Exception {
    run(
        "docker compose --profile chat down --volumes --timeout 5; docker image rm \"$GARAM_IMAGE\"");
  }

  private String run(String commands) throws Exception {
    ComposeShell.Result result = shell.run(commands, PATIENCE);
    assertThat(result.exitCode())
        .as("%s%n%s%n%s", commands, result.output(), shell.logs())
        .isZero();
    return result.output();
  }

  private static List<String> commands() throws IOException {
    List<String> commands = new ArrayList<>();
    Matcher matcher = COMMANDS.matcher(Files.readString(PAGE, UTF_8));
    while (matcher.find()) {
      if (matcher.group(1) == null) {
        List<String> lines = new ArrayList<>(matcher.group(2).lines().toList());
        lines.removeIf(OTHERWISE::contains);
        commands.add(String.join("\n", lines));
      }
    }
    return commands;
  }

  @Test
  void nothingIsLostAndNothingThereTwice() throws Exception {
    run("docker compose up --detach kafka garam prometheus");
    StringBuilder output = new StringBuilder();
    List<String> commands = commands();
    assertThat(commands).as("blocks of commands on the page").hasSizeGreaterThan(8);
    for (String block : commands) {
      output.append(run(block));
    }
    assertThat(output)
        .contains(
            "Tagging utterances -> intents",
            "No broker",
            "utterances: 1600, of them twice: 0",
            "intents: 1584, of them twice: 0",
            "utterances-dead-letters: 16, of them twice: 0",
            "not-json");
  }
}
