package io.garam.app.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.garam.app.Garam;
import io.garam.app.GaramProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive unpacked, with a Java runtime that has no compiler, and nothing of the checkout. */
class DistributionIT {

  private static final Path TARGET = Path.of("target").toAbsolutePath();

  @TempDir private static Path folder;

  private static Path home = folder;
  private static Map<String, String> environment = Map.of();

  @BeforeAll
  static void unpack() throws Exception {
    Path archive = archive(".tar.gz");
    run("tar", "-xzf", archive.toString(), "-C", folder.toString());
    home = folder.resolve(archive.getFileName().toString().replace(".tar.gz", ""));
    Path runtime = folder.resolve("runtime");
    run(
        Path.of(System.getProperty("java.home"), "bin", "jlink").toString(),
        "--add-modules=java.se,jdk.unsupported,jdk.crypto.ec",
        "--output=" + runtime);
    assertThat(runtime.resolve("bin/javac")).doesNotExist();
    environment = Map.of("JAVA_HOME", runtime.toString());
  }

  private static Path archive(String ending) throws IOException {
    try (Stream<Path> files = Files.list(TARGET)) {
      return files
          .filter(file -> file.getFileName().toString().matches("garam-[0-9].*" + ending))
          .max(
              (one, other) ->
                  Long.compare(one.toFile().lastModified(), other.toFile().lastModified()))
          .orElseThrow(() -> new AssertionError("no archive in " + TARGET));
    }
  }

  private static void run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private static GaramProcess garam(String... arguments) throws IOException {
    return GaramProcess.start(
        List.of(home.resolve("bin/garam").toString()), List.of(arguments), environment);
  }

  @Test
  void theDemoRunsToItsEnd() throws Exception {
    try (GaramProcess demo = garam("demo", "--rate", "1000")) {
      assertThat(demo.awaitEnd(Duration.ofMinutes(2))).as(demo.errors()).isZero();
      assertThat(demo.output()).contains("419 utterances tagged", "2 dead letters");
    }
  }

  @Test
  void aTopicIsTagged() throws Exception {
    try (GaramProcess tagger =
        garam(
            "run",
            "--embedded",
            "--port=0",
            "--data=" + folder.resolve("data"),
            "--model=" + home.resolve("models/korean-intention"))) {
      String started = tagger.awaitLine("Ctrl-C", Duration.ofSeconds(60));
      Matcher address = Pattern.compile("broker on (127.0.0.1:\\d+)").matcher(started);
      assertThat(address.find()).as(started).isTrue();

      assertThat(tagged(address.group(1), "{\"text\":\"내일 일정 알려줘\"}"))
          .startsWith("{\"text\":\"내일 일정 알려줘\",\"intent\":{\"label\":\"question\"");
      assertThat(tagger.terminate()).as(tagger.errors()).isZero();
    }
  }

  private static String tagged(String broker, String event) throws Exception {
    Map<String, Object> settings = new HashMap<>(Map.of("bootstrap.servers", broker));
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>("utterances", "d1", event)).get();
    }
    settings.putAll(
        Map.of(
            "group.id",
            "reader",
            "auto.offset.reset",
            "earliest",
            "isolation.level",
            "read_committed"));
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of("intents"));
      long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (System.nanoTime() < deadline) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
          return record.value();
        }
      }
    }
    throw new AssertionError("no event was tagged");
  }

  @Test
  void bothArchivesHoldTheSame() throws IOException {
    Set<String> zipped = new TreeSet<>();
    try (ZipFile zip = new ZipFile(archive(".zip").toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        zipped.add(entries.nextElement().getName().replaceFirst("^[^/]*/", ""));
      }
    }
    zipped.removeIf(name -> name.isEmpty() || name.endsWith("/"));
    try (Stream<Path> files = Files.walk(home)) {
      Set<String> unpacked =
          files
              .filter(Files::isRegularFile)
              .map(file -> home.relativize(file).toString())
              .filter(name -> !name.matches("lib/garam-\\d*\\.jsa.*"))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(zipped).isEqualTo(unpacked).contains("bin/garam.cmd", "docs/operations.md");
    }
  }

  @Test
  void everyCommandHasAManPageAndCompletion() throws Exception {
    List<String> commands = new ArrayList<>(Garam.commandLine(Map.of()).getSubcommands().keySet());
    assertThat(commands).contains("train", "run");
    for (String command : commands) {
      assertThat(home.resolve("share/man/man1/garam-" + command + ".1"))
          .content()
          .contains(".TH \"GARAM\\-" + command.toUpperCase(Locale.ROOT).replace("-", "\\-"));
    }
    Launched completed =
        Launched.bash(
            "source '"
                + home.resolve("share/completion.bash")
                + "'; COMP_WORDS=(garam dead-letters --rep) COMP_CWORD=2; _complete_garam;"
                + " echo \"${COMPREPLY[@]}\"",
            Map.of());
    assertThat(completed.out()).as(completed.err()).contains("--replay");
  }

  @Test
  void aJavaTooOldIsASentence() throws Exception {
    Path old = Files.createDirectories(folder.resolve("old/bin"));
    Files.writeString(old.resolve("java"), "#!/bin/sh\nexit 1\n");
    assertThat(old.resolve("java").toFile().setExecutable(true)).isTrue();
    Files.writeString(old.resolveSibling("release"), "JAVA_VERSION=\"11.0.2\"\n");

    Launched run =
        Launched.bash(
            "'" + home.resolve("bin/garam") + "' --version",
            Map.of("JAVA_HOME", old.getParent().toString()));

    assertThat(run.exitCode()).isOne();
    assertThat(run.err())
        .isEqualTo(
            "garam: Expected Java 17 or later, but found Java 11 ("
                + old.resolve("java")
                + "); install one or set JAVA_HOME.\n");
  }
}
