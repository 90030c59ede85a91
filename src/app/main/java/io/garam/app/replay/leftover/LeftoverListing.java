package io.garam.app.replay.leftover;

import io.garam.app.options.ResultOptions;
import io.garam.app.output.Notes;
import io.garam.streams.client.Brokers;
import io.garam.streams.replay.ReplayLeftover;
import io.garam.streams.replay.ReplayLeftovers;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Listing of what replays have left on some brokers, or the removal of one of them. */
public record LeftoverListing(Brokers brokers, ResultOptions result, CommandSpec spec) {

  /** What is printed as JSON. */
  record Replays(List<Row> replays) {}

  /**
   * A replay, for people and programs.
   *
   * @param topic whose records are tagged again, null where it cannot be told, as the next two
   * @param outputTopic where its answers are kept, null for nowhere
   * @param began when, as ISO 8601
   * @param done offsets that are behind it
   * @param all offsets that it goes through, with each model
   * @param running who is at work on it
   */
  record Row(
      String id,
      @Nullable String topic,
      @Nullable String outputTopic,
      @Nullable String began,
      long done,
      long all,
      List<String> running,
      List<String> topics,
      List<String> groups) {

    static Row of(ReplayLeftover found) {
      var plan = found.plan();
      return new Row(
          found.id(),
          plan == null ? null : plan.topic(),
          plan == null ? null : plan.outputTopic(),
          plan == null ? null : Instant.ofEpochMilli(plan.began()).toString(),
          found.done(),
          found.all(),
          found.members().stream().map(Object::toString).sorted().toList(),
          found.topics(),
          found.groups());
    }

    String text() {
      StringBuilder text = new StringBuilder(id);
      text.append(
          topic == null
              ? ": without a plan that can be read"
              : String.format(
                  Locale.ROOT,
                  ": of %s, begun %s, %,d of %,d offsets done",
                  topic,
                  began,
                  done,
                  all));
      text.append(running.isEmpty() ? ", nobody at work" : ", at work: ");
      text.append(String.join(", ", running)).append('\n');
      topics.forEach(name -> text.append("  topic ").append(name).append('\n'));
      groups.forEach(name -> text.append("  group ").append(name).append('\n'));
      return text.toString();
    }
  }

  /**
   * Does what the flags ask for.
   *
   * @throws io.garam.nlu.GaramException if the brokers do not answer or refuse, or the replay to
   *     discard runs or is not there
   */
  public void run(LeftoverOptions options) {
    try (ReplayLeftovers leftovers = new ReplayLeftovers(brokers)) {
      @Nullable String id = options.discard();
      List<Row> rows =
          (id == null ? leftovers.list() : List.of(leftovers.discard(id)))
              .stream().map(Row::of).toList();
      StringBuilder text = new StringBuilder();
      rows.forEach(row -> text.append(row.text()));
      result.print(spec, new Replays(rows), text.toString());
      if (id != null) {
        Notes.of(spec).say("The replay \"" + id + "\" is discarded.");
      } else if (rows.isEmpty()) {
        Notes.of(spec).say("No replay has left anything on " + brokers.addresses() + ".");
      }
    }
  }
}
