package io.garam.app.reset;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.garam.streams.reset.ResetPlan;
import java.util.Locale;

/**
 * Outcome of a reset: what there was, and whether it is removed.
 *
 * @param removed false after a dry run
 */
record ResetOutcome(@JsonUnwrapped ResetPlan plan, @JsonProperty boolean removed) {

  /**
   * Returns it for people.
   *
   * @param brokers their addresses
   */
  String text(String brokers) {
    if (plan.isEmpty()) {
      return "Nothing is kept for "
          + plan.applicationId()
          + ": no group and no topic of its own on "
          + brokers
          + ", no local state on this machine.\n";
    }
    StringBuilder text = new StringBuilder(removed ? "Removed:\n" : "Would remove:\n");
    ResetPlan.Group group = plan.group();
    if (group != null) {
      text.append("  the group ").append(group.name()).append(", which had committed");
      text.append(group.offsets().isEmpty() ? " nothing\n" : "\n");
      for (ResetPlan.Offset one : group.offsets()) {
        text.append(
            String.format(
                Locale.ROOT, "    %s-%d@%d%n", one.topic(), one.partition(), one.offset()));
      }
    }
    for (ResetPlan.Topic topic : plan.topics()) {
      text.append(
          String.format(
              Locale.ROOT, "  the topic %s, partitions: %d%n", topic.name(), topic.partitions()));
    }
    ResetPlan.Folder folder = plan.stateFolder();
    if (folder != null) {
      text.append(
          String.format(
              Locale.ROOT,
              "  the folder %s of this machine, %,d bytes%n",
              folder.path(),
              folder.bytes()));
    }
    return text.toString();
  }
}
