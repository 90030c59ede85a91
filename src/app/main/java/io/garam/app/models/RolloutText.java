package io.garam.app.models;

import io.garam.nlu.text.Printable;
import io.garam.streams.registry.Canary;
import io.garam.streams.registry.CanaryStatus;
import io.garam.streams.registry.Rollout;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** The text of a roll-out: the canary that runs, with its figures, and what was done last. */
final class RolloutText {

  private static final int MOST_STEPS = 5;

  private RolloutText() {}

  /**
   * Returns the text, empty where nothing was rolled out.
   *
   * @param said what taggers have seen of the canary
   */
  static String of(Rollout rollout, List<CanaryStatus> said) {
    if (rollout.steps().isEmpty()) {
      return "";
    }
    Canary canary = rollout.canary();
    return "\n"
        + (canary == null ? "" : running(rollout.name(), canary, said) + "\n")
        + rollout.steps().stream()
            .limit(MOST_STEPS)
            .map(RolloutText::line)
            .collect(Collectors.joining());
  }

  private static String running(String name, Canary canary, List<CanaryStatus> said) {
    if (canary.hasEnded(Instant.now())) {
      return "The canary "
          + canary.digest()
          + " of "
          + name
          + " has ended at "
          + canary.until()
          + ".";
    }
    return "The canary "
        + canary.digest()
        + " of "
        + name
        + " answers "
        + canary.share()
        + " of the keys"
        + (canary.until() == null ? "" : " until " + canary.until())
        + (canary.require() == null ? "" : ", required: " + canary.require())
        + ". "
        + CanaryFigures.of(
                said.stream()
                    .filter(
                        one ->
                            one.digest().equals(canary.digest()) && one.begun().equals(canary.at()))
                    .toList())
            .text()
        + ".";
  }

  private static String line(Rollout.Step step) {
    String done =
        switch (step.action()) {
          case BEGAN -> "began the canary ";
          case ACTIVATED -> "activated the canary ";
          case TAKEN_BACK -> "took back the canary ";
        };
    return Printable.escape(
            step.at() + " " + step.by() + " " + done + step.digest() + ". " + step.reason())
        + "\n";
  }
}
