package io.garam.app.models;

import io.garam.app.output.Notes;
import io.garam.nlu.GaramException;
import io.garam.streams.registry.Activation;
import io.garam.streams.registry.Canary;
import io.garam.streams.registry.CanaryStatus;
import io.garam.streams.registry.InstanceStatus;
import io.garam.streams.registry.PushedBundle;
import io.garam.streams.registry.RegistryContent;
import io.garam.streams.registry.RegistryReader;
import io.garam.streams.registry.RegistryTopic;
import io.garam.streams.registry.RegistryWriter;
import io.garam.streams.registry.Rollout.Action;
import io.garam.streams.registry.StatusTopic;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Watch over a canary: makes it the active model if its conditions hold for a time, and takes it
 * back where they do not. Whoever ends the canary otherwise meanwhile has the last word.
 */
final class CanaryWatch {

  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration SAID = Duration.ofSeconds(10);

  private final RegistryTopic topic;
  private final StatusTopic statuses;
  private final PushedBundle bundle;
  private final Canary canary;
  private final List<Condition> conditions;
  private final CanaryOptions options;
  private final Notes notes;

  /** What each tagger said last, also of those that have ended since. */
  private final Map<String, CanaryStatus> said = new HashMap<>();

  private @Nullable String refusal;

  /**
   * How it ended.
   *
   * @param reason in a sentence
   */
  record Outcome(Action action, String reason, CanaryFigures figures) {}

  CanaryWatch(
      RegistryTopic topic,
      StatusTopic statuses,
      PushedBundle bundle,
      Canary canary,
      CanaryOptions options,
      Notes notes) {
    this.topic = topic;
    this.statuses = statuses;
    this.bundle = bundle;
    this.canary = canary;
    this.conditions = options.conditions();
    this.options = options;
    this.notes = notes;
  }

  /**
   * Watches until it ends.
   *
   * @throws GaramException if the brokers do not answer until the canary has ended by itself
   */
  Outcome run() {
    Instant begun = Instant.now();
    Instant end = begun.plus(options.time());
    Instant due = begun.plus(SAID);
    boolean silent = false;
    try (RegistryReader registry = RegistryReader.open(topic)) {
      while (true) {
        Instant now = Instant.now();
        try {
          Outcome outcome = outcome(registry, !now.isBefore(end));
          if (outcome != null) {
            return outcome;
          }
          silent = false;
        } catch (GaramException e) {
          if (canary.hasEnded(now)) {
            throw e;
          }
          if (!silent) {
            notes.warn(String.valueOf(e.getMessage()));
          }
          silent = true;
        }
        if (!now.isBefore(due)) {
          notes.say(
              seconds(begun, now)
                  + " of "
                  + seconds(begun, end)
                  + " s: "
                  + CanaryFigures.of(said.values()).text());
          due = now.plus(SAID);
        }
      }
    }
  }

  /** Returns how it ended, null where it goes on. */
  private @Nullable Outcome outcome(RegistryReader registry, boolean isOver) {
    var unused = registry.next(LOOK);
    Outcome byOthers = endedByOthers(registry.content());
    if (byOthers != null) {
      return byOthers;
    }
    Outcome outcome = judge(look(), isOver);
    return outcome == null ? null : carryOut(outcome);
  }

  private static long seconds(Instant from, Instant to) {
    return Duration.between(from, to).toSeconds();
  }

  private CanaryFigures look() {
    for (InstanceStatus one : statuses.read()) {
      if (!one.name().equals(bundle.name())) {
        continue;
      }
      CanaryStatus seen = one.canary();
      if (seen != null
          && seen.digest().equals(canary.digest())
          && seen.begun().equals(canary.at())) {
        said.put(one.application() + "/" + one.instance(), seen);
      }
      if (one.refusedCanary() != null
          && one.refusedCanary().digest().equals(canary.digest())
          && one.wasSaidAfter(Instant.parse(canary.at()))) {
        refusal =
            one.application()
                + "/"
                + one.instance()
                + " refuses it. "
                + one.refusedCanary().reason();
      }
    }
    return CanaryFigures.of(said.values());
  }

  /** Returns how it ends, null where it goes on. */
  private @Nullable Outcome judge(CanaryFigures figures, boolean isOver) {
    if (canary.hasEnded(Instant.now())) {
      // What was seen of it is old: this command, or its machine, has slept.
      return new Outcome(
          Action.TAKEN_BACK, "It ended by itself at " + canary.until() + ", unwatched.", figures);
    }
    if (refusal != null) {
      return new Outcome(Action.TAKEN_BACK, refusal, figures);
    }
    if (!Condition.canJudge(conditions, figures, options.atLeast())) {
      return isOver
          ? new Outcome(
              Action.TAKEN_BACK,
              "Too little was seen to judge by, of "
                  + options.atLeast()
                  + " answers: "
                  + figures.text()
                  + ".",
              figures)
          : null;
    }
    String unmet = Condition.unmet(conditions, figures);
    if (!unmet.isEmpty()) {
      return new Outcome(Action.TAKEN_BACK, "Not met: " + unmet + ".", figures);
    }
    return isOver
        ? new Outcome(Action.ACTIVATED, "All conditions held: " + figures.text() + ".", figures)
        : null;
  }

  /** Returns how it ended: by this outcome, unless it has ended otherwise meanwhile. */
  private Outcome carryOut(Outcome outcome) {
    RegistryContent content = RegistryReader.read(topic);
    Outcome byOthers = endedByOthers(content);
    if (byOthers != null) {
      return byOthers;
    }
    try (RegistryWriter writer = RegistryWriter.open(topic)) {
      if (outcome.action() == Action.ACTIVATED) {
        Activation unused = writer.activate(content, bundle, outcome.reason());
      } else {
        writer.takeBack(content, bundle.name(), canary, outcome.reason());
      }
    }
    return outcome;
  }

  private @Nullable Outcome endedByOthers(RegistryContent content) {
    if (canary.equals(content.rollout(bundle.name()).canary())) {
      return null;
    }
    boolean isActive =
        content.activation(bundle.name()).stream()
            .anyMatch(active -> active.digest().equals(bundle.digest()));
    return new Outcome(
        isActive ? Action.ACTIVATED : Action.TAKEN_BACK,
        content.rollout(bundle.name()).steps().stream()
            .findFirst()
            .map(step -> step.by() + " ended it at " + step.at() + ". " + step.reason())
            .orElse("Its statement is gone from the registry."),
        CanaryFigures.of(said.values()));
  }
}
