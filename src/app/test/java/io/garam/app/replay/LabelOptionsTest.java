package io.garam.app.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.app.usage.UsageException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class LabelOptionsTest {

  private static LabelOptions options(String... arguments) {
    return CommandLine.populateCommand(new LabelOptions(), arguments);
  }

  @Test
  void withoutFlagsNothingIsComparedWith() {
    assertThat(options().gold()).isNull();
    assertThat(options().topics()).isEmpty();
  }

  @Test
  void aTopicOfCorrectionsHasItsLabelsAtAPointerOfTheirOwn() {
    assertThat(options("--gold-topic=corrections").gold()).hasToString("/label");
    assertThat(options("--gold-topic=corrections", "--gold=/right").gold()).hasToString("/right");
  }

  @Test
  void allTopicsThatAreReadAreNamed() {
    assertThat(options("--gold-topic=corrections", "--live-topic=intents").topics())
        .containsExactly("corrections", "intents");
  }

  @Test
  void whereNoUtteranceHasALabelItIsSaidWhereOneWasLookedFor() {
    assertThat(options("--gold=/label").nothingLabelled())
        .startsWith("No utterance has a label at /label of its event, so nothing is scored");
    assertThat(options("--gold-topic=corrections").nothingLabelled())
        .startsWith("No utterance has a label at /label of a record of corrections with its id");
  }

  @Test
  void whatIsNoJsonPointerIsWrongUsage() {
    assertThatThrownBy(() -> options("--gold=label").gold())
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("Expected a JSON pointer such as /text for --gold");
  }
}
