package io.garam.app.sign;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.app.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SignCommandTest {

  private static final Path SHIPPED = Path.of("../../models/korean-intention");

  @TempDir private Path folder;
  private Path model;

  @BeforeEach
  void copy() throws IOException {
    model = Files.createDirectory(folder.resolve("model"));
    try (Stream<Path> files = Files.list(SHIPPED)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, model.resolve(file.getFileName()));
      }
    }
  }

  private String named(String name) {
    return folder.resolve(name).toString();
  }

  private CommandRun sign(String key) {
    return CommandRun.of("sign", "--model", model.toString(), "--key", named(key));
  }

  private CommandRun tag(String... keys) {
    return CommandRun.of(
        Stream.concat(
                Stream.of("tag", "--model", model.toString(), "네."),
                Stream.of(keys).flatMap(key -> Stream.of("--trusted-keys", named(key))))
            .toArray(String[]::new));
  }

  @Test
  void aModelLoadsWhereItsKeyIsTrustedAndNowhereElse() throws IOException {
    assertThat(CommandRun.of("sign", "--new-key", named("mine")).exitCode()).isZero();
    assertThat(CommandRun.of("sign", "--new-key", named("other")).exitCode()).isZero();
    assertThat(tag("mine-public.pem"))
        .satisfies(run -> assertThat(run.exitCode()).isEqualTo(1))
        .satisfies(run -> assertThat(run.err()).contains("it has no model.json.sig"));

    CommandRun signed = sign("mine-private.pem");
    assertThat(signed.exitCode()).as(signed.err()).isZero();
    assertThat(signed.err()).contains("korean-intention", "model.json.sig");

    assertThat(tag("mine-public.pem").exitCode()).isZero();
    assertThat(tag("other-public.pem", "mine-public.pem").exitCode()).isZero();
    assertThat(tag().exitCode()).isZero();
    assertThat(tag("other-public.pem"))
        .satisfies(run -> assertThat(run.exitCode()).isEqualTo(1))
        .satisfies(run -> assertThat(run.err()).contains("by another key"));
    assertThat(tag("mine-private.pem").err()).contains("it holds PRIVATE KEY");

    Files.writeString(folder.resolve("corpus.tsv"), "text\tlabel\n네.\tstatement\n");
    assertThat(
            CommandRun.of(
                "evaluate",
                "--model=" + model,
                "--corpus=" + named("corpus.tsv"),
                "--trusted-keys=" + named("other-public.pem")))
        .satisfies(run -> assertThat(run.exitCode()).isEqualTo(1))
        .satisfies(run -> assertThat(run.err()).contains("by another key"));
    assertThat(
            CommandRun.of(
                "run",
                "--embedded",
                "--port=0",
                "--data=" + named("data"),
                "--model=" + model,
                "--trusted-keys=" + named("other-public.pem")))
        .satisfies(run -> assertThat(run.exitCode()).isEqualTo(1))
        .satisfies(run -> assertThat(run.err()).contains("by another key"));
    assertThat(folder.resolve("data")).as("refused before a broker starts").doesNotExist();
  }

  @Test
  void aKeyIsNeverWrittenOver() throws IOException {
    Path there = Files.writeString(folder.resolve("mine-public.pem"), "precious");
    CommandRun run = CommandRun.of("sign", "--new-key", named("mine"));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("a key that is written over is lost");
    assertThat(there).hasContent("precious");
    assertThat(folder.resolve("mine-private.pem")).doesNotExist();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aPrivateKeyIsForItsOwnerAlone() throws IOException {
    CommandRun.of("sign", "--new-key", named("mine"));
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("mine-private.pem"))))
        .isEqualTo("rw-------");
  }

  @Test
  void aModelThatDoesNotLoadIsNotSigned() throws IOException {
    CommandRun.of("sign", "--new-key", named("mine"));
    Files.writeString(model.resolve("model.onnx"), "no graph");
    assertThat(sign("mine-private.pem").exitCode()).isEqualTo(1);
    assertThat(model.resolve("model.json.sig")).doesNotExist();
  }

  @Test
  void anEmptyNameOfKeysIsNotAnyKeyAtHand() {
    for (String empty : new String[] {"", ",", "a.pem,", " "}) {
      assertThat(CommandRun.of("tag", "--model", model.toString(), "네.", "--trusted-keys", empty))
          .satisfies(run -> assertThat(run.exitCode()).as(empty).isEqualTo(2))
          .satisfies(run -> assertThat(run.err()).contains("found an empty name"));
    }
  }

  @Test
  void aNewKeyHasAName() {
    for (String name : new String[] {"", folder.toString()}) {
      assertThat(CommandRun.of("sign", "--new-key", name).exitCode()).as(name).isEqualTo(2);
    }
    assertThat(Path.of("-private.pem")).doesNotExist();
  }

  @Test
  void flagsThatDoNotGoTogetherAreWrongUsage() {
    assertThat(CommandRun.of("sign").exitCode()).isEqualTo(2);
    assertThat(CommandRun.of("sign", "--model", model.toString()).exitCode()).isEqualTo(2);
    assertThat(
            CommandRun.of("sign", "--model", model.toString(), "--new-key", named("k")).exitCode())
        .isEqualTo(2);
  }
}
