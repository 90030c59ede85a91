package io.garam.streams;

import io.garam.streams.config.GaramConfig;
import io.garam.streams.config.ShadowKeys;
import io.garam.streams.topology.Repartition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Topics of a tagger.
 *
 * @param input where events come from
 * @param output where tagged events are written as they are; one or none
 * @param deadLetters where what cannot be tagged is written
 * @param shadow where the answers of a second model are written; one or none
 * @param repartition what they go over on the way to the tagger
 */
record TaggerTopics(
    List<String> input,
    List<String> output,
    String deadLetters,
    List<String> shadow,
    Repartition repartition) {

  TaggerTopics {
    input = List.copyOf(input);
    output = List.copyOf(output);
    shadow = List.copyOf(shadow);
  }

  static TaggerTopics of(GaramConfig config, Collection<String> input, List<String> output) {
    return new TaggerTopics(
        List.copyOf(input),
        output,
        config.deadLetterTopic(),
        ShadowKeys.topic(config).stream().toList(),
        config.repartitions() ? new Repartition(config.repartitionTopic()) : Repartition.NONE);
  }

  /** Returns all that must be there before a Kafka Streams client starts. */
  List<String> required() {
    List<String> topics = new ArrayList<>(input);
    topics.addAll(output);
    topics.add(deadLetters);
    topics.addAll(shadow);
    return topics;
  }

  /** Returns those whose records are tagged. */
  List<String> tagged() {
    return repartition.topic() == null ? input : List.of(repartition.topic());
  }

  /** Returns those that hold events yet to be tagged. */
  Set<String> read() {
    Set<String> topics = new HashSet<>(input);
    topics.addAll(tagged());
    return topics;
  }

  /** Returns those to which an event goes on. */
  Set<String> written() {
    Set<String> topics = new HashSet<>(output);
    if (repartition.topic() != null) {
      topics.add(repartition.topic());
    }
    return topics;
  }
}
