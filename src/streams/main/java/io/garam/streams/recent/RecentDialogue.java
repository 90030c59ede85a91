package io.garam.streams.recent;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.garam.nlu.Intent;
import io.garam.nlu.Utterance;
import io.garam.streams.client.OffsetRange;
import io.garam.streams.client.TopicReader;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.event.Event;
import io.garam.streams.event.SourcePosition;
import io.garam.streams.event.UntaggableEventException;
import io.garam.streams.output.TaggedEvent;
import io.garam.streams.settings.TaggerSettings;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** The last utterances of a dialogue, as the output topic has them. */
public final class RecentDialogue {

  /** How many offsets of its partition are searched, the last ones. */
  private static final long MOST_OFFSETS = 50_000;

  private final GaramConfig config;
  private final TaggerSettings settings;
  private final Deserializer<TaggedEvent> tagged;

  public RecentDialogue(GaramConfig config) {
    this.config = config;
    this.settings = new TaggerSettings(config);
    this.tagged = TaggedEvent.serde(config.getString(GaramConfig.INTENT_POINTER)).deserializer();
  }

  /**
   * An utterance with its intent.
   *
   * @param at where it is in the output topic
   * @param time its timestamp, in milliseconds since 1970
   */
  public record Said(String at, long time, Utterance utterance, Intent intent) {}

  /**
   * Reads the utterances, the oldest first; none where there is nothing recent of the dialogue.
   *
   * @param most how many, the last ones
   * @throws io.garam.nlu.GaramException if the brokers do not answer
   */
  public List<Said> read(String id, int most) {
    byte[] key = id.getBytes(UTF_8);
    Deque<Said> said = new ArrayDeque<>();
    try (TopicReader reader = new TopicReader(settings.brokers())) {
      List<OffsetRange> partitions = reader.whole(config.outputTopic());
      // As Kafka's producers choose a partition by its key.
      OffsetRange partition =
          partitions.get(Utils.toPositive(Utils.murmur2(key)) % partitions.size());
      reader.read(
          List.of(partition.since(partition.to() - MOST_OFFSETS)),
          record -> {
            boolean own = Arrays.equals(key, record.key());
            if (own && record.value() == null) {
              // The dialogue was ended by a tombstone: another begins.
              said.clear();
            }
            Said one = own ? said(record) : null;
            if (one != null) {
              said.add(one);
              if (said.size() > most) {
                said.remove();
              }
            }
          });
    }
    return List.copyOf(said);
  }

  /** Returns null for what is no utterance, or none that can be read. */
  private @Nullable Said said(ConsumerRecord<byte[], byte[]> record) {
    try {
      Intent intent = tagged.deserialize(record.topic(), record.value()).intent();
      if (intent == null) {
        return null;
      }
      Event event = settings.output().read(record.value());
      return new Said(
          SourcePosition.of(record).toString(),
          record.timestamp(),
          new Utterance(event.text(), "", event.speaker()),
          intent);
    } catch (SerializationException | UntaggableEventException e) {
      return null;
    }
  }
}
