package io.garam.app.replay;

import com.fasterxml.jackson.core.JsonPointer;
import io.garam.app.options.BrokerOptions;
import io.garam.app.options.Pointers;
import io.garam.app.options.TaggingOptions;
import io.garam.app.usage.UsageException;
import io.garam.streams.replay.Replay;
import io.garam.streams.replay.ReplayRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The flags that say what is replayed, by which models, and against what it is held. */
final class ReplayOptions {

  private static final String DEFAULT_LABEL = "/label";

  @Mixin private BrokerOptions brokers = new BrokerOptions();

  @Mixin private TaggingOptions tagging = new TaggingOptions();

  @Option(
      names = "--topic",
      required = true,
      paramLabel = "TOPIC",
      description = "Topic whose events are tagged again. It is only read.")
  private String topic;

  @Option(
      names = "--model",
      required = true,
      paramLabel = "DIR",
      description = "The model, such as models/korean-intention.")
  private Path model;

  @Option(
      names = "--against",
      paramLabel = "DIR",
      description =
          "Another model to compare it with, such as the one that runs now: what changes, and which"
              + " is better.")
  private @Nullable Path against;

  @Option(
      names = "--from",
      paramLabel = "TIME|OFFSETS",
      description =
          "Where to begin: a time (2026-11-25T14:30:00Z, UTC without a zone; 2026-11-25; or 24h for"
              + " that long ago) or offsets by partition (0:1000,1:1200). Default: the topic's"
              + " beginning.")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "TIME|OFFSETS",
      description =
          "Where to end, before that time or those offsets. Default, and for partitions not named:"
              + " what is there when the replay begins.")
  private @Nullable String to;

  @Option(
      names = "--gold",
      paramLabel = "POINTER",
      description =
          "JSON pointer to the label that people gave, in the events, such as /label; with"
              + " --gold-topic, in its records (default there: /label). Events without one are"
              + " tagged and counted, not scored.")
  private @Nullable String gold;

  @Option(
      names = "--gold-topic",
      paramLabel = "TOPIC",
      description =
          "Topic of corrections: records with the utterance's id where events have it"
              + " (garam.utterance.pointer), the label, and as key the dialogue's id or nothing. The"
              + " last one on an utterance counts.")
  private @Nullable String goldTopic;

  @Option(
      names = "--live-topic",
      paramLabel = "TOPIC",
      description =
          "Also compare with what was tagged live, in this topic (intents): needs no labels, but"
              + " utterances with ids.")
  private @Nullable String liveTopic;

  @Option(
      names = "--output-topic",
      paramLabel = "TOPIC",
      description =
          "Keep the tagged events in this topic, which must be new or empty. Default: they are"
              + " removed when the report is written.")
  private @Nullable String outputTopic;

  @Option(
      names = "--id",
      paramLabel = "ID",
      description =
          "Tells this replay from others; its groups and topics are called garam-replay-ID."
              + " Default: the topic's name.")
  private @Nullable String id;

  /**
   * Returns what is asked of the replay.
   *
   * @throws UsageException if something is missing or cannot be
   */
  ReplayRequest request() {
    gold();
    Map<String, String> settings = brokers.settings();
    tagging.putInto(settings);
    List<Path> models = against == null ? List.of(model) : List.of(model, against);
    return UsageException.unless(
        () -> {
          ReplayRequest request =
              new ReplayRequest(
                  id == null ? topic : id,
                  topic,
                  from,
                  to,
                  models,
                  outputTopic,
                  Stream.of(goldTopic, liveTopic).filter(name -> name != null).toList(),
                  settings);
          Replay.check(request);
          return request;
        });
  }

  /**
   * Returns where the label that people gave is, in an event or in a correction; null where nobody
   * gave any.
   *
   * @throws UsageException if it is no JSON pointer
   */
  @Nullable JsonPointer gold() {
    String pointer = gold == null && goldTopic != null ? DEFAULT_LABEL : gold;
    return pointer == null ? null : Pointers.of("gold", pointer);
  }

  @Nullable String goldTopic() {
    return goldTopic;
  }

  @Nullable String liveTopic() {
    return liveTopic;
  }
}
