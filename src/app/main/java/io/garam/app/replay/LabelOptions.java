package io.garam.app.replay;

import com.fasterxml.jackson.core.JsonPointer;
import io.garam.app.options.Pointers;
import io.garam.app.usage.UsageException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that say where the labels are that answers are compared with. */
final class LabelOptions {

  private static final String DEFAULT_LABEL = "/label";

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

  /** Says whether any of the flags is given. */
  boolean areGiven() {
    return gold != null || goldTopic != null || liveTopic != null;
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

  /** Returns the topic of corrections, null where labels are in the events. */
  @Nullable String goldTopic() {
    return goldTopic;
  }

  /** Returns the topic of what was tagged live, null where that is not compared. */
  @Nullable String liveTopic() {
    return liveTopic;
  }

  /** Returns the topics that are read beside that of the events. */
  List<String> topics() {
    return Stream.of(goldTopic, liveTopic).filter(name -> name != null).toList();
  }

  /** Returns what to say where labels were asked for and no utterance has one. */
  String nothingLabelled() {
    return "No utterance has a label at "
        + gold()
        + (goldTopic == null ? " of its event" : " of a record of " + goldTopic + " with its id")
        + ", so nothing is scored; correct --gold if there should be some.";
  }
}
