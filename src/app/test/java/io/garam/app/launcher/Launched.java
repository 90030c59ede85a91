package io.garam.app.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.garam.app.Garam;
import io.garam.app.GaramProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What a command in a shell came to: its exit code and what it printed. */
record Launched(int exitCode, String out, String err) {

  private static final Path SCRIPTS = Path.of("../../scripts").toAbsolutePath().normalize();

  /**
   * Runs a line of Bash in which {@code $garam} starts Garam of this build, without the launcher,
   * and {@code $scripts} is the folder of the scripts.
   *
   * @param locale the variables of the locale; no others are set
   */
  static Launched bash(String line, Map<String, String> locale) throws Exception {
    ProcessBuilder builder = new ProcessBuilder("bash", "-c", line);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
    environment.putAll(locale);
    environment.put("scripts", SCRIPTS.toString());
    environment.put("garam", String.join(" ", GaramProcess.java(Garam.class, "-Xshare:auto")));
    File out = File.createTempFile("launched", ".out");
    File err = File.createTempFile("launched", ".err");
    Process process = builder.redirectOutput(out).redirectError(err).start();
    try {
      process.getOutputStream().close();
      // A first start makes the archive of classes, for which it plays a whole demo.
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        throw new AssertionError("The line did not end: " + line + "\n" + read(err));
      }
      return new Launched(process.exitValue(), read(out), read(err));
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      Files.delete(out.toPath());
      Files.delete(err.toPath());
    }
  }

  private static String read(File file) throws IOException {
    return Files.readString(file.toPath(), UTF_8);
  }
}
