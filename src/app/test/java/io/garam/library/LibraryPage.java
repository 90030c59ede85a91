package io.garam.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads docs/library.md: the packages that it calls API, and its code. */
final class LibraryPage {

  private static final Path PAGE = Path.of("../../docs/library.md");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^\\| `(io\\.garam\\.[a-z.]+)` \\|");
  private static final Pattern JAVA =
      Pattern.compile("(?s)From \\[(\\w+\\.java)\\]\\([^)]*\\):\n\n```java\n(.*?)```");

  private LibraryPage() {}

  /**
   * Code that the page shows.
   *
   * @param file the name of the example that it is taken from
   */
  record Excerpt(String file, String code) {}

  static Set<String> packagesOfTheApi() throws IOException {
    return PACKAGE
        .matcher(Files.readString(PAGE))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  static List<Excerpt> excerpts() throws IOException {
    return JAVA.matcher(Files.readString(PAGE))
        .results()
        .map((MatchResult found) -> new Excerpt(found.group(1), found.group(2)))
        .toList();
  }

  /** Returns how many blocks of Java the page has, of which each must be an excerpt. */
  static int blocksOfJava() throws IOException {
    return Files.readString(PAGE).split("```java\n", -1).length - 1;
  }
}
