package io.garam.app.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FaultsScriptTest {

  private static final Pattern ROW = Pattern.compile("(?m)^  ([a-z-]+) +([0-9]+)  (.+)$");

  @Test
  void itsHelpListsTheTableOfFaults() throws Exception {
    List<String> listed =
        ROW.matcher(Files.readString(Path.of("../../scripts/faults"), UTF_8))
            .results()
            .map(FaultsScriptTest::row)
            .toList();

    assertThat(listed)
        .isEqualTo(
            Arrays.stream(FaultRow.values())
                .map(row -> row(row.commandName(), row.times(), row.description()))
                .toList());
  }

  private static String row(MatchResult found) {
    return row(found.group(1), Integer.parseInt(found.group(2)), found.group(3));
  }

  private static String row(String name, int times, String description) {
    return String.format(Locale.ROOT, "%s, %d times: %s", name, times, description);
  }
}
