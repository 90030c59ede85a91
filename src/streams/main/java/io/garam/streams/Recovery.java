package io.garam.streams;

import io.garam.streams.batching.InFlightRecords;
import io.garam.streams.batching.InFlightRecords.InFlight;
import io.garam.streams.failure.FailurePolicy;
import io.garam.streams.limits.LimitsWatch;
import io.garam.streams.refusal.PollSize;
import io.garam.streams.refusal.RefusedRecords;
import io.garam.streams.refusal.TaggerClients;
import io.garam.streams.settings.TaggerSettings;
import io.garam.streams.statistics.TaggingCounter;
import io.garam.streams.topology.DeadLetterHandler;
import java.util.Optional;

/**
 * What keeps tagging going when something fails.
 *
 * @param limits what the topics that are written take
 * @param failures judges what ends a thread
 * @param clients know what the brokers refuse
 * @param deadLetters where dead letters go
 */
record Recovery(
    LimitsWatch limits,
    FailurePolicy failures,
    TaggerClients clients,
    DeadLetterHandler.Destination deadLetters) {

  static Recovery of(
      TaggerSettings settings,
      TaggerTopics topics,
      boolean followsDialogues,
      TaggingCounter statistics,
      InFlightRecords inFlightRecords) {
    PollSize pollSize = new PollSize(System::nanoTime);
    RefusedRecords refused = new RefusedRecords(topics.written(), topics.deadLetters());
    LimitsWatch limits =
        new LimitsWatch(
            settings.brokers(),
            settings.unknownLimits(String.join("", topics.output()), followsDialogues),
            System::nanoTime);
    return new Recovery(
        limits,
        new FailurePolicy(
            System::nanoTime,
            refused,
            pollSize,
            limits::read,
            thread ->
                Optional.ofNullable(inFlightRecords.inFlight().get(thread)).map(InFlight::where)),
        new TaggerClients(
            refused, limits, pollSize, topics.read(), settings.config().maxEventBytes()),
        new DeadLetterHandler.Destination(
            topics.deadLetters(), limits, refused, statistics, topics.repartition()));
  }
}
