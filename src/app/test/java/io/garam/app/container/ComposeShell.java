package io.garam.app.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * A shell at the top of the repository for what a reader of a page would type. The compose file
 * gets a project, ports and an image of its own.
 */
record ComposeShell(Path folder, Map<String, String> environment) {

  /** What to type as {@code docker compose} where only the older program is installed. */
  private static final String OLDER_COMPOSE =
      """
      #!/usr/bin/env bash
      if [ "$1" = compose ]; then shift; exec docker-compose "$@"; fi
      PATH="${PATH#*:}" exec docker "$@"
      """;

  /** A tagger that was killed is missed sooner than after Kafka's 45 seconds. */
  private static final String SHORT_SESSIONS =
      """
      services:
        garam:
          environment:
            KAFKA_SESSION_TIMEOUT_MS: 10000
      """;

  /** How commands ended, and all that they printed. */
  record Result(int exitCode, String output) {}

  /**
   * Makes one.
   *
   * @param folder a temporary one
   * @param events how many the compose file's {@code chat} writes
   */
  static ComposeShell inTheRepository(Path folder, int events) throws Exception {
    Map<String, String> environment = new HashMap<>();
    String name = "garam-walkthrough-" + UUID.randomUUID().toString().substring(0, 8);
    environment.put("COMPOSE_PROJECT_NAME", name);
    environment.put("GARAM_IMAGE", name + ":latest");
    environment.put("EVENTS", "" + events);
    Path sessions = Files.writeString(folder.resolve("sessions.yml"), SHORT_SESSIONS);
    environment.put("COMPOSE_FILE", "docker-compose.yml:" + sessions);
    for (String port : new String[] {"KAFKA_PORT", "GARAM_PORT", "PROMETHEUS_PORT"}) {
      environment.put(port, "" + freePort());
    }
    ComposeShell shell = new ComposeShell(folder, environment);
    if (shell.run("docker compose version", Duration.ofSeconds(30)).exitCode() != 0) {
      Path bin = Files.createDirectories(folder.resolve("bin"));
      Path docker = Files.writeString(bin.resolve("docker"), OLDER_COMPOSE);
      if (!docker.toFile().setExecutable(true)) {
        throw new IOException(docker + " cannot be made executable");
      }
      environment.put("PATH", bin + ":" + System.getenv("PATH"));
    }
    return shell;
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  /** Runs lines of Bash, up to the first that fails, with the ports of this shell for the usual. */
  Result run(String commands, Duration patience) throws IOException, InterruptedException {
    String own =
        commands
            .replace("localhost:9092", "localhost:" + environment.get("KAFKA_PORT"))
            .replace("localhost:7878", "localhost:" + environment.get("GARAM_PORT"))
            .replace("localhost:9090", "localhost:" + environment.get("PROMETHEUS_PORT"));
    Path output = Files.createTempFile(folder, "shell", ".out");
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-euo", "pipefail", "-c", own)
            .directory(Path.of("../..").toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
    return new Result(process.exitValue(), Files.readString(output, UTF_8));
  }

  /** Returns what the containers have printed. */
  String logs() throws IOException, InterruptedException {
    return run("docker compose logs --tail 30", Duration.ofSeconds(30)).output();
  }
}
