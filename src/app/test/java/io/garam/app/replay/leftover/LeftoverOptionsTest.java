package io.garam.app.replay.leftover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.app.usage.UsageException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class LeftoverOptionsTest {

  private static LeftoverOptions parsed(String... flags) {
    return CommandLine.populateCommand(new LeftoverOptions(), flags);
  }

  @Test
  void withoutAFlagAReplayIsAskedFor() {
    assertThat(parsed().areAsked(true)).isFalse();
    assertThat(parsed().areAsked(false)).isFalse();
  }

  @Test
  void aListNamesNoReplayAndADiscardNamesOne() {
    assertThat(parsed("--list").areAsked(false)).isTrue();
    assertThat(parsed("--list").discard()).isNull();
    assertThat(parsed("--discard=calls").areAsked(false)).isTrue();
    assertThat(parsed("--discard=calls").discard()).isEqualTo("calls");
  }

  @Test
  void bothAtOnceAreRefusedAlsoBesideFlagsOfAReplay() {
    for (boolean replay : new boolean[] {true, false}) {
      assertThatThrownBy(() -> parsed("--list", "--discard=calls").areAsked(replay))
          .isInstanceOf(UsageException.class)
          .hasMessage(
              "Expected --list or --discard, but found both; begin with --list, which names the"
                  + " ids.");
    }
  }

  @Test
  void flagsOfAReplayAreRefusedWithTheFlagThatTheyStandBeside() {
    assertThatThrownBy(() -> parsed("--discard=calls").areAsked(true))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "Expected --discard beside flags of the brokers alone, but found those of a replay;"
                + " leave them out.");
    assertThatThrownBy(() -> parsed("--list").areAsked(true))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("Expected --list beside flags of the brokers alone");
  }
}
