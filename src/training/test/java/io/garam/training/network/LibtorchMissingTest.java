package io.garam.training.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.GaramException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;

final class LibtorchMissingTest {

  @Test
  void aMachineWithoutLibtorchIsToldWhereToTrain() throws IOException, InterruptedException {
    String withoutNatives =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains(Loader.getPlatform()))
            .collect(Collectors.joining(File.pathSeparator));
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dfile.encoding=UTF-8",
            Attempt.class.getName());
    java.environment().put("CLASSPATH", withoutNatives);

    Process process = java.redirectErrorStream(true).start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output)
        .startsWith("Expected libtorch for " + Loader.getPlatform())
        .contains("train on linux-x86_64, macosx-arm64 or windows-x86_64")
        .contains("tagging works without it");
  }

  /** Runs in a process of its own, since libtorch is loaded in this one. */
  static final class Attempt {

    public static void main(String[] args) {
      try {
        Libtorch.load();
      } catch (GaramException e) {
        System.out.println(e.getMessage());
      }
    }
  }
}
