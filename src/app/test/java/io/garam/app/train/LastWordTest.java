package io.garam.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class LastWordTest {

  private final StringWriter written = new StringWriter();
  private final LastWord last = new LastWord(new PrintWriter(written));
  private final PrintWriter progress = new PrintWriter(last, true);

  /** An epoch that ended while the process ended wrote its line behind the way to go on. */
  @Test
  void nothingFollowsIt() {
    progress.println("Epoch 1");
    last.say("", "Interrupted");
    progress.println("Epoch 2");
    assertThat(written.toString().lines()).containsExactly("Epoch 1", "", "Interrupted");
  }
}
