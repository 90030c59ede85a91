package io.garam.streams.topology;

import io.garam.streams.batching.GuardedModel;
import io.garam.streams.batching.InFlightRecords;
import io.garam.streams.batching.IntentModel;
import io.garam.streams.batching.PreparedDeserializer;
import io.garam.streams.limits.OutputLimits;
import io.garam.streams.memory.DialogueModel;
import io.garam.streams.memory.DialogueSettings;
import io.garam.streams.memory.DialogueStates;
import io.garam.streams.statistics.TaggingStatistics;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * The topology: utterances in, intents out, and a store of dialogues where the model follows them.
 * Dead letters leave it through the {@link DeadLetterHandler}.
 *
 * @param limits what the topics that are written take
 */
public record TaggingTopology(
    String inputTopic,
    String outputTopic,
    Supplier<OutputLimits> limits,
    DialogueSettings dialogues) {

  private static final String SOURCE = "utterances";
  private static final String TAGGER = "tagger";
  private static final String SINK = "intents";

  /** Returns a topology; it owns nothing. */
  public Topology build(
      PreparedDeserializer values,
      IntentModel model,
      TaggingStatistics statistics,
      InFlightRecords inFlightRecords,
      DeadLetterHandler.Destination deadLetters) {
    DialogueModel steps = model.dialogue();
    Topology topology =
        new Topology()
            .addSource(SOURCE, new ByteArrayDeserializer(), values, inputTopic)
            .addProcessor(
                TAGGER,
                () ->
                    new TaggingProcessor(
                        context -> {
                          OutputWriter output = new OutputWriter(context, limits, statistics);
                          return steps == null
                              ? new UtteranceTagging(new GuardedModel(model), output)
                              : new DialogueTagging(
                                  new GuardedModel(model),
                                  steps,
                                  dialogues(steps, context),
                                  output,
                                  statistics);
                        },
                        inFlightRecords,
                        deadLetters),
                SOURCE)
            .addSink(
                SINK, outputTopic, new ByteArraySerializer(), new ByteArraySerializer(), TAGGER);
    return steps == null ? topology : topology.addStateStore(dialogues.store(), TAGGER);
  }

  private DialogueStates dialogues(
      DialogueModel steps, ProcessorContext<byte[], byte @Nullable []> context) {
    DialogueStates remembered =
        new DialogueStates(
            context.getStateStore(DialogueSettings.STORE), steps, dialogues.idle().toMillis());
    context.schedule(dialogues.sweepPeriod(), PunctuationType.STREAM_TIME, remembered::sweep);
    return remembered;
  }
}
