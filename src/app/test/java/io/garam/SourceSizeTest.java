package io.garam;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How long a file and how large a package may grow; {@code scripts/counts} says how they are. */
final class SourceSizeTest {

  private static final Path SOURCES = Path.of("..");
  private static final int MOST_LINES = 300;
  private static final int MOST_FILES = 20;

  private static List<Path> mainFiles() throws IOException {
    try (Stream<Path> modules = Files.list(SOURCES)) {
      return modules
          .map(module -> module.resolve("main/java"))
          .filter(Files::isDirectory)
          .flatMap(SourceSizeTest::javaFiles)
          .toList();
    }
  }

  private static Stream<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("package-info.java"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void noFileIsLongerThanAReaderTakesInAtOnce() throws IOException {
    List<Path> files = mainFiles();

    assertThat(files).hasSizeGreaterThan(300);
    assertThat(files).allSatisfy(file -> assertThat(lines(file)).isLessThanOrEqualTo(MOST_LINES));
  }

  @Test
  void noPackageHasMoreFilesThanAreFoundAtAGlance() throws IOException {
    assertThat(mainFiles().stream().collect(groupingBy(Path::getParent, counting())))
        .allSatisfy((folder, files) -> assertThat(files).isLessThanOrEqualTo(MOST_FILES));
  }
}
