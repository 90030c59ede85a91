package io.garam.library;

import io.garam.library.SourceTypes.SourceType;
import java.util.List;

/** Writes docs/types.md from the sources, so that page and Javadoc cannot differ. */
final class TypesPage {

  private static final String INTRODUCTION =
      """
      # Types

      All public types, each with the first sentence of its Javadoc. This page is generated from
      the sources; a test fails when the two differ. Types inside of others are found there. Which
      packages are API is in [library.md](library.md#api).
      """;

  private TypesPage() {}

  static String markdown(List<SourceType> types) {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    String module = "";
    String packageName = "";
    for (SourceType type : types) {
      if (!type.module().equals(module)) {
        module = type.module();
        page.append("\n## `src/").append(module).append("`\n");
      }
      if (!type.packageName().equals(packageName)) {
        packageName = type.packageName();
        page.append("\n### `").append(packageName).append("`\n\n");
      }
      page.append("- `")
          .append(type.name())
          .append("`: ")
          .append(type.firstSentence())
          .append('\n');
    }
    return page.toString();
  }
}
