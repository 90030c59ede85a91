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

/**
 * The last utterances of a dialogue, as the output topic has them. What ends a dialogue for the
 * stream's memory, a record without a value or an event that says so, ends it here too: the next
 * utterance of the same name is the first of another.
 */
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
   * Reads the utterances, the oldest first; none where there is nothing recent of the dialogue. One
   * that an event has ended is still there until another begins; one that a record without a value
   * has ended is not.
   *
   * @param most how many, the last ones
   * @throws io.garam.nlu.GaramException if the brokers do not answer
   */
  public List<Said> read(String id, int most) {
    Turns turns = new Turns(most, null);
    read(id.getBytes(UTF_8), turns);
    return List.copyOf(turns.said);
  }

  /**
   * Reads the utterances before one, the oldest first; none where that one is not found.
   *
   * @param key of its output record, which is its dialogue
   * @param value of its output record
   * @param most how many, the last ones
   * @throws io.garam.nlu.GaramException if the brokers do not answer
   */
  public List<Said> before(byte[] key, byte[] value, int most) {
    Turns turns = new Turns(most, value);
    read(key, turns);
    return turns.before;
  }

  private void read(byte[] key, Turns turns) {
    try (TopicReader reader = new TopicReader(settings.brokers())) {
      List<OffsetRange> partitions = reader.whole(config.outputTopic());
      // As Kafka's producers choose a partition by its key.
      OffsetRange partition =
          partitions.get(Utils.toPositive(Utils.murmur2(key)) % partitions.size());
      reader.read(
          List.of(partition.since(partition.to() - MOST_OFFSETS)),
          record -> {
            if (Arrays.equals(key, record.key())) {
              turns.take(record);
            }
          });
    }
  }

  /** The turns of one dialogue, while its records are read. */
  private final class Turns {

    private final int most;
    private final byte @Nullable [] sought;
    private final Deque<Said> said = new ArrayDeque<>();
    private List<Said> before = List.of();
    private boolean ended;

    Turns(int most, byte @Nullable [] sought) {
      this.most = most;
      this.sought = sought;
    }

    void take(ConsumerRecord<byte[], byte @Nullable []> record) {
      byte[] value = record.value();
      if (value == null) {
        said.clear();
        return;
      }
      try {
        Event event = settings.output().read(value);
        Intent intent = intent(record.topic(), value);
        if (intent != null) {
          add(record, new Utterance(event.text(), "", event.speaker()), intent);
        }
        ended |= event.ends();
      } catch (UntaggableEventException e) {
        // What cannot be read is nothing of the dialogue.
      }
    }

    private @Nullable Intent intent(String topic, byte[] value) {
      try {
        return tagged.deserialize(topic, value).intent();
      } catch (SerializationException e) {
        return null;
      }
    }

    private void add(
        ConsumerRecord<byte[], byte @Nullable []> record, Utterance utterance, Intent intent) {
      if (ended) {
        said.clear();
        ended = false;
      }
      if (Arrays.equals(record.value(), sought)) {
        before = List.copyOf(said);
      }
      said.add(
          new Said(SourcePosition.of(record).toString(), record.timestamp(), utterance, intent));
      if (said.size() > most) {
        said.remove();
      }
    }
  }
}
