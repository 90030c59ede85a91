package io.garam.app.models;

import io.garam.app.output.Notes;
import io.garam.evaluation.report.text.TerminalTable;
import io.garam.nlu.text.Printable;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.registry.Activation;
import io.garam.streams.registry.CanaryStatus;
import io.garam.streams.registry.InstanceStatus;
import io.garam.streams.registry.InstanceStatus.From;
import io.garam.streams.registry.InstanceStatus.Refusal;
import io.garam.streams.registry.RegistryContent;
import io.garam.streams.registry.RegistryReader;
import io.garam.streams.registry.RegistryTopic;
import io.garam.streams.registry.Rollout;
import io.garam.streams.registry.StatusTopic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Command {@code models status}: what is active, and which tagger runs what. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Shows what is active under each name, what was before, which canary answers a share of the"
          + " keys, what was rolled out when and by whom, and which tagger runs what.",
      "",
      "A tagger says every 10 seconds what it runs, from which offset of each partition on, once it"
          + " has read there, and what it refuses and why. One that was killed is silent after 30"
          + " seconds, and not shown any more after a day.",
      ""
    },
    footer = {"", "Example:", "  garam models status shop --bootstrap-server localhost:9092"})
final class StatusCommand implements Callable<Integer> {

  private static final List<String> NAMES = List.of("name", "active", "since", "by", "before");

  private static final List<String> TAGGERS =
      List.of("tagger", "name", "runs", "since", "state", "reads from");

  /** Three times as long as a tagger that is well is silent. */
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private static final Duration KEPT = Duration.ofDays(1);

  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      description = "Of this name alone (default: of all).")
  private @Nullable String name;

  @Mixin private RegistryOptions options = new RegistryOptions();

  @Spec private CommandSpec spec;

  /** The status, for programs. */
  private record Status(List<Activation> models, List<Rollout> rollouts, List<Running> taggers) {}

  /**
   * A tagger, for programs.
   *
   * @param state {@code current}, {@code behind} what is active, {@code refused} it, or {@code
   *     silent}
   */
  private record Running(
      String application,
      String instance,
      String name,
      String digest,
      String since,
      String state,
      Map<String, From> partitions,
      @Nullable Refusal refused,
      @Nullable Refusal refusedCanary,
      @Nullable CanaryStatus canary,
      String updated) {

    static Running of(InstanceStatus said, @Nullable Activation active, Instant now) {
      return new Running(
          said.application(),
          said.instance(),
          said.name(),
          said.digest(),
          said.since(),
          state(said, active, now),
          new TreeMap<>(said.partitions()),
          said.refused(),
          said.refusedCanary(),
          said.canary(),
          said.updated());
    }

    private static String state(InstanceStatus said, @Nullable Activation active, Instant now) {
      if (!said.wasSaidAfter(now.minus(SILENCE))) {
        return "silent";
      }
      if (said.refused() != null || said.refusedCanary() != null) {
        return "refused";
      }
      return active == null || active.digest().equals(said.digest()) ? "current" : "behind";
    }

    List<String> cells() {
      return List.of(
          application + "/" + instance,
          name,
          canary == null ? digest : digest + ", canary " + canary.digest(),
          since,
          state.equals("silent") ? "silent since " + updated : state,
          partitions.entrySet().stream()
              .filter(from -> from.getValue().digest().equals(digest))
              .map(from -> from.getKey() + "@" + from.getValue().offset())
              .collect(Collectors.joining(" ")));
    }
  }

  /**
   * Shows it.
   *
   * @throws io.garam.nlu.GaramException if there is no registry, or the brokers do not answer
   */
  @Override
  public Integer call() {
    GaramConfig config = options.config();
    String wanted = name == null ? null : RegistryOptions.name(name).name();
    RegistryContent content = RegistryReader.read(RegistryTopic.of(config));
    Map<String, Activation> active =
        content.activations().stream()
            .filter(one -> wanted == null || one.name().equals(wanted))
            .collect(Collectors.toMap(Activation::name, one -> one, (a, b) -> b, TreeMap::new));
    Instant now = Instant.now();
    List<Running> taggers =
        StatusTopic.of(config).read().stream()
            .filter(said -> wanted == null || said.name().equals(wanted))
            .filter(said -> said.wasSaidAfter(now.minus(KEPT)))
            .map(said -> Running.of(said, active.get(said.name()), now))
            .toList();
    List<Rollout> rollouts =
        content.rollouts().stream()
            .filter(one -> wanted == null || one.name().equals(wanted))
            .toList();
    options.print(
        spec,
        new Status(List.copyOf(active.values()), rollouts, taggers),
        text(active, rollouts, taggers));
    if (active.isEmpty()) {
      Notes.of(spec).say("Nothing is active" + (wanted == null ? "." : " under " + wanted + "."));
    }
    if (taggers.isEmpty()) {
      Notes.of(spec).say("No tagger that follows the registry says what it runs.");
    }
    return 0;
  }

  private static String text(
      Map<String, Activation> active, List<Rollout> rollouts, List<Running> taggers) {
    StringBuilder text = new StringBuilder();
    if (!active.isEmpty()) {
      text.append(
          TerminalTable.of(
              NAMES, NAMES.size(), active.values().stream().map(StatusCommand::cells).toList()));
    }
    rollouts.forEach(
        one ->
            text.append(
                RolloutText.of(
                    one,
                    taggers.stream()
                        .filter(tagger -> tagger.name().equals(one.name()))
                        .map(Running::canary)
                        .filter(Objects::nonNull)
                        .toList())));
    if (!taggers.isEmpty()) {
      text.append('\n')
          .append(
              TerminalTable.of(
                  TAGGERS, TAGGERS.size(), taggers.stream().map(Running::cells).toList()));
    }
    for (Running tagger : taggers) {
      Stream.of(tagger.refused(), tagger.refusedCanary())
          .filter(Objects::nonNull)
          .map(
              refusal -> " refuses " + refusal.digest() + ". " + Printable.escape(refusal.reason()))
          .forEach(
              sentence ->
                  text.append('\n')
                      .append(tagger.application() + "/" + tagger.instance())
                      .append(sentence)
                      .append('\n'));
    }
    return text.toString();
  }

  private static List<String> cells(Activation active) {
    return List.of(
        active.name(),
        active.digest(),
        active.at(),
        active.by(),
        active.earlier().stream()
            .limit(3)
            .map(Activation.Earlier::digest)
            .collect(Collectors.joining(" ")));
  }
}
