package io.garam.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.garam.nlu.Intent;
import io.garam.nlu.Utterance;
import io.garam.nlu.explanation.LayerGates;
import io.garam.nlu.explanation.LayerGates.DirectionGates;
import io.garam.nlu.explanation.LayerGates.Gate;
import io.garam.streams.RunningModel;
import io.garam.streams.client.OffsetRange;
import io.garam.streams.client.TopicReader;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.event.Event;
import io.garam.streams.event.SourcePosition;
import io.garam.streams.output.TaggedEvent;
import io.garam.streams.settings.TaggerSettings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** The last turns of a dialogue, read from the output topic when they are asked for. */
final class RecentDialogue {

  private static final int MOST_TURNS = 100;
  private static final long MOST_OFFSETS = 50_000;

  private final GaramConfig config;
  private final TextMask mask;
  private final RunningModel model;
  private final Deserializer<TaggedEvent> tagged;

  RecentDialogue(GaramConfig config, TextMask mask, RunningModel model) {
    this.config = config;
    this.mask = mask;
    this.model = model;
    this.tagged = TaggedEvent.serde(config.getString(GaramConfig.INTENT_POINTER)).deserializer();
  }

  /** An utterance that was read. */
  private record Said(String at, long time, Utterance utterance, Intent intent) {}

  /**
   * A turn as it is shown.
   *
   * @param at where it is in the output topic
   * @param moved how much of what was remembered the turn has replaced, 0 to 1: what the update or
   *     forget gate of the dialogue step does not keep, as the mean of all units; null where the
   *     model judges every utterance alone
   */
  record Turn(
      String at,
      long time,
      @Nullable String speaker,
      String text,
      String label,
      float confidence,
      @Nullable Double moved) {}

  /**
   * Reads the turns, the oldest first; none where there is nothing recent of the dialogue.
   *
   * @throws io.garam.nlu.GaramException if the brokers do not answer
   */
  List<Turn> read(String id) {
    byte[] key = id.getBytes(UTF_8);
    Deque<Said> said = new ArrayDeque<>();
    try (TopicReader reader = new TopicReader(new TaggerSettings(config).brokers())) {
      List<OffsetRange> partitions = reader.whole(config.outputTopic());
      OffsetRange own = partitions.get(Utils.toPositive(Utils.murmur2(key)) % partitions.size());
      reader.read(
          List.of(own.since(own.to() - MOST_OFFSETS)),
          record -> {
            if (Arrays.equals(key, record.key())) {
              add(said, record);
            }
          });
    }
    return turns(List.copyOf(said));
  }

  private void add(Deque<Said> said, ConsumerRecord<byte[], byte[]> record) {
    Intent intent = intent(record);
    Event event =
        record.value() == null
            ? null
            : TaggedRow.read(new TaggerSettings(config).output(), record.value());
    if (intent == null || event == null) {
      return;
    }
    said.add(
        new Said(
            SourcePosition.of(record).toString(),
            record.timestamp(),
            new Utterance(event.text(), "", event.speaker()),
            intent));
    if (said.size() > MOST_TURNS) {
      said.remove();
    }
  }

  private @Nullable Intent intent(ConsumerRecord<byte[], byte[]> record) {
    try {
      return tagged.deserialize(record.topic(), record.value()).intent();
    } catch (SerializationException e) {
      return null;
    }
  }

  private List<Turn> turns(List<Said> said) {
    double[] moved =
        said.isEmpty() || !model.followsDialogues()
            ? new double[0]
            : moved(model.explain(said.stream().map(Said::utterance).toList()).layers());
    List<Turn> turns = new ArrayList<>();
    for (Said one : said) {
      turns.add(
          new Turn(
              one.at(),
              one.time(),
              one.utterance().speaker(),
              mask.shown(one.utterance().text()),
              one.intent().label(),
              one.intent().confidence(),
              moved.length == 0 ? null : moved[turns.size()]));
    }
    return turns;
  }

  /** The mean over the layers of the dialogue step; nothing where they have no gates. */
  private static double[] moved(List<LayerGates> layers) {
    List<Gate> keeping =
        layers.stream()
            .filter(layer -> layer.name().startsWith("dialogue"))
            .flatMap(layer -> layer.directions().stream())
            .map(DirectionGates::gates)
            .filter(gates -> !gates.isEmpty())
            .map(gates -> gates.get(0))
            .toList();
    if (keeping.isEmpty()) {
      return new double[0];
    }
    double[] moved = new double[keeping.get(0).openings().length];
    for (int turn = 0; turn < moved.length; turn++) {
      for (Gate gate : keeping) {
        moved[turn] += (1 - gate.mean(turn)) / keeping.size();
      }
    }
    return moved;
  }
}
