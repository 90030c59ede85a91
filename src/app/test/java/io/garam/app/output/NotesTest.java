package io.garam.app.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class NotesTest {

  private final StringWriter printed = new StringWriter();
  private final Notes notes = new Notes(new PrintWriter(printed));

  @Test
  void noBlankLineFollowsANote() {
    notes.say("One.");
    notes.warn("Two.");

    assertThat(printed.toString().split("\\R", -1)).containsExactly("One.", "Warning: Two.", "");
  }

  @Test
  void controlCharactersAreEscaped() {
    notes.say("\u001b[2J");

    assertThat(printed.toString()).doesNotContain("\u001b").contains("[2J");
  }
}
