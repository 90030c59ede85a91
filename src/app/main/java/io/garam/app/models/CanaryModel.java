package io.garam.app.models;

import io.garam.app.models.CanaryWatch.Outcome;
import io.garam.app.output.Notes;
import io.garam.nlu.GaramException;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.registry.Activation;
import io.garam.streams.registry.Canary;
import io.garam.streams.registry.PushedBundle;
import io.garam.streams.registry.RegistryContent;
import io.garam.streams.registry.RegistryReader;
import io.garam.streams.registry.RegistryTopic;
import io.garam.streams.registry.RegistryWriter;
import io.garam.streams.registry.Rollout.Action;
import io.garam.streams.registry.StatusTopic;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** The model that answers a share of the keys under a name, until it answers all or none. */
record CanaryModel(RegistryOptions options, CommandSpec spec, CanaryOptions canary) {

  /** The exit code where conditions were not met. */
  private static final int UNMET = 3;

  /** After it, a canary that nobody watches any more ends by itself. */
  private static final Duration GRACE = Duration.ofMinutes(1);

  /**
   * What became of a canary, for programs.
   *
   * @param outcome what was done last
   */
  private record Result(
      String name,
      String digest,
      double percent,
      Action outcome,
      @Nullable String reason,
      @Nullable CanaryFigures figures) {}

  /**
   * Begins it, and watches it where there are conditions.
   *
   * @return the exit code
   * @throws GaramException if nothing is active beside which it could run, or the brokers do not
   *     answer or refuse
   */
  int run(Function<RegistryContent, PushedBundle> choice) {
    GaramConfig config = options.config();
    RegistryTopic topic = RegistryTopic.of(config);
    RegistryContent content = RegistryReader.read(topic);
    PushedBundle bundle = choice.apply(content);
    requireOtherActive(content, bundle);
    boolean watches = canary.require() != null;
    Canary begun;
    try (RegistryWriter writer = RegistryWriter.open(topic)) {
      begun =
          writer.begin(
              content,
              bundle,
              canary.percent(),
              watches ? canary.time().plus(GRACE) : null,
              canary.require());
    }
    Notes notes = Notes.of(spec);
    if (!watches) {
      print(
          bundle,
          new Result(bundle.name(), bundle.digest(), begun.percent(), Action.BEGAN, null, null));
      notes.say(
          "garam models activate "
              + bundle.id()
              + " lets it answer all keys, garam models rollback "
              + bundle.name()
              + " takes it back.");
      return 0;
    }
    notes.say(
        bundle.id()
            + " is the canary of "
            + bundle.name()
            + ". It ends by itself at "
            + begun.until()
            + " where this command is stopped before.");
    if (StatusTopic.of(config).read().stream().noneMatch(one -> one.name().equals(bundle.name()))) {
      notes.warn(
          "No tagger says that it follows " + bundle.name() + "; until one does, nothing is seen.");
    }
    Outcome outcome =
        new CanaryWatch(topic, StatusTopic.of(config), bundle, begun, canary, notes).run();
    print(
        bundle,
        new Result(
            bundle.name(),
            bundle.digest(),
            begun.percent(),
            outcome.action(),
            outcome.reason(),
            outcome.figures()));
    return outcome.action() == Action.ACTIVATED ? 0 : UNMET;
  }

  private static void requireOtherActive(RegistryContent content, PushedBundle bundle) {
    Activation active = content.activation(bundle.name()).orElse(null);
    if (active == null || active.digest().equals(bundle.digest())) {
      throw new GaramException(
          "Expected another active model under "
              + bundle.name()
              + " beside which "
              + bundle.digest()
              + " answers a share of the keys, but "
              + (active == null ? "none is active" : "it is the active one itself")
              + "; "
              + (active == null
                  ? "garam models activate without --canary makes one active."
                  : "name another with --canary, by NAME@DIGEST."));
    }
  }

  private void print(PushedBundle bundle, Result result) {
    String text =
        switch (result.outcome()) {
          case BEGAN -> bundle.id() + " answers " + canary.share() + " of the keys";
          case ACTIVATED -> "Activated " + bundle.id() + ". " + result.reason();
          case TAKEN_BACK -> "Took back " + bundle.id() + ". " + result.reason();
        };
    options.print(spec, result, text + "\n");
  }
}
