package io.garam.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The whole launcher, in a folder as a clone has it after a build. */
class LauncherIT {

  private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();
  private static final Map<String, String> UTF8 = Map.of("LC_ALL", "C.UTF-8");
  private static final String TAG = "/scripts/garam tag --model models/korean-intention --json 네";

  @TempDir private Path folder;

  private Path home;

  @BeforeEach
  void lay() throws IOException {
    home = folder.resolve("가람 clone");
    Files.createDirectories(home.resolve("src/app/main"));
    Files.createFile(home.resolve("pom.xml"));
    Files.createFile(home.resolve("src/app/pom.xml"));
    Files.createDirectories(home.resolve("scripts"));
    for (String script : List.of("garam", "java.bash")) {
      Files.copy(HOME.resolve("scripts").resolve(script), home.resolve("scripts").resolve(script));
    }
    Files.createSymbolicLink(home.resolve("models"), HOME.resolve("models"));
    layBuild(home);
  }

  /** Puts what a build leaves where the launcher looks for it. */
  private static void layBuild(Path home) throws IOException {
    Path built = HOME.resolve("src/app/target");
    Path target = Files.createDirectories(home.resolve("src/app/target"));
    try (Stream<Path> files = Files.list(built)) {
      for (Path jar :
          files.filter(file -> file.toString().matches(".*/garam-app-.*\\.jar")).toList()) {
        Files.copy(jar, target.resolve(jar.getFileName()));
      }
    }
    Files.copy(built.resolve("dependencies"), target.resolve("dependencies"));
    Files.createFile(target.resolve("built"));
  }

  private Launched garam(String before, Map<String, String> environment) throws Exception {
    return Launched.bash("cd '" + home + "' && " + before + " ." + TAG, environment);
  }

  private static void requireAnswer(Launched run) {
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("{\"text\":\"네\",\"intent\":{").hasLineCount(1);
  }

  /** The first start makes the archive of classes, the others use it. */
  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void itTagsInAnyLocale() throws Exception {
    requireAnswer(garam("", Map.of("LC_ALL", "C")));
    assertThat(home.resolve("src/app/target/garam.jsa")).isNotEmptyFile();
    requireAnswer(garam("", Map.of("LANG", "xx_XX.UTF-8")));
    requireAnswer(garam("", Map.of("LC_ALL", "C.UTF-8")));
  }

  /** Issue 12: a JVM that crashes where it makes the archive made every start do so. */
  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void anArchiveThatTheJvmCannotMakeIsTriedOnceAndAllWorksWithoutIt() throws Exception {
    Path tries = folder.resolve("tries");
    Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
    Files.writeString(
        java,
        "#!/usr/bin/env bash\ncase \"$*\" in *ArchiveClassesAtExit*) echo x >> '"
            + tries
            + "'; ulimit -c 0; kill -SEGV $$ ;; esac\nexec '"
            + Path.of(System.getProperty("java.home"), "bin", "java")
            + "' \"$@\"\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.copy(Path.of(System.getProperty("java.home"), "release"), folder.resolve("jdk/release"));
    Map<String, String> environment =
        Map.of("LC_ALL", "C.UTF-8", "JAVA_HOME", folder.resolve("jdk").toString());

    requireAnswer(garam("", environment));
    requireAnswer(garam("", environment));

    assertThat(tries).hasContent("x\n");
    assertThat(home.resolve("src/app/target/garam.jsa")).isEmptyFile();
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aFolderThatCannotBeWrittenToIsNoHindrance() throws Exception {
    Path target = home.resolve("src/app/target");
    boolean root = System.getProperty("user.name").equals("root");
    assumeTrue(!root || Files.isExecutable(Path.of("/usr/bin/setpriv")), "no setpriv");
    // The rights of files bind root only without these capabilities.
    String dropped = "-dac_override,-dac_read_search";
    String asOthers =
        root ? "setpriv --bounding-set=" + dropped + " --inh-caps=" + dropped + " --" : "";
    assertThat(target.toFile().setWritable(false, false)).isTrue();
    try {
      requireAnswer(garam(asOthers, UTF8));
      assertThat(target.resolve("garam.jsa")).doesNotExist();

      Files.setLastModifiedTime(
          home.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(60)));
      Launched unbuilt = garam(asOthers, UTF8);
      assertThat(unbuilt.exitCode()).isOne();
      assertThat(unbuilt.err())
          .isEqualTo(
              "garam: Expected to build into "
                  + target.toRealPath()
                  + ", but nothing can be written there; change its rights.\n");
    } finally {
      assertThat(target.toFile().setWritable(true)).isTrue();
    }
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aCloneWithWindowsLineEndsAskedForStartsAndItsModelsLoad() throws Exception {
    assumeTrue(Files.exists(HOME.resolve(".git")), "no repository");
    home = folder.resolve("clone");
    Launched clone =
        Launched.bash(
            "git clone -q -c core.autocrlf=true '"
                + HOME
                + "' '"
                + home
                + "' && cd '"
                + home
                + "'"
                + " && git ls-files --eol | { grep w/crlf || true; } | { grep -v cmd$ || true; }",
            UTF8);
    assertThat(clone.exitCode()).as(clone.err()).isZero();
    assertThat(clone.out()).isEmpty();
    layBuild(home);
    // As where the JVM cannot make the archive of classes, which takes a whole demo.
    Files.createFile(home.resolve("src/app/target/garam.jsa"));

    requireAnswer(garam("", UTF8));
  }
}
