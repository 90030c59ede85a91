package io.garam.nlu.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each row of what docs/model-bundle.md says is refused names tests, and they are there. */
final class RefusalsPageTest {

  private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

  private static Set<String> tests() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("test/java"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("Test.java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void eachRowNamesTestsThatAreThere() throws IOException {
    String page = Files.readString(Path.of("../../docs/model-bundle.md"));
    List<String> rows =
        page.substring(page.indexOf("## What is refused"))
            .lines()
            .filter(line -> line.startsWith("| "))
            .skip(2)
            .toList();
    Set<String> tests = tests();
    assertThat(rows).hasSizeGreaterThan(8);
    for (String row : rows) {
      assertThat(TEST.matcher(row).results().map(found -> found.group(1)).toList())
          .as(row)
          .isNotEmpty()
          .isSubsetOf(tests);
    }
  }
}
