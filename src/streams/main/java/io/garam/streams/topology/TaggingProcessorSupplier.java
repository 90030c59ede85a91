package io.garam.streams.topology;

import io.garam.streams.batching.InFlightRecords;
import io.garam.streams.batching.ModelChoice;
import io.garam.streams.batching.Prepared;
import io.garam.streams.event.IntentSerializer;
import io.garam.streams.limits.OutputLimits;
import io.garam.streams.memory.DialogueSettings;
import io.garam.streams.memory.DialogueStates;
import io.garam.streams.output.TaggedEvent;
import io.garam.streams.shadow.Shadows;
import io.garam.streams.statistics.TaggingCounter;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Processor supplier of the tagger, which brings the store of dialogues where the models follow
 * them.
 *
 * @param models all of which follow dialogues, or none
 * @param limits what the topics that are written take
 * @param listener hears of each output with an intent
 * @param shadows are offered each output with an intent, and hear where a dialogue ends
 */
public record TaggingProcessorSupplier(
    ModelChoice models,
    DialogueSettings dialogues,
    Supplier<OutputLimits> limits,
    TaggingCounter statistics,
    InFlightRecords inFlightRecords,
    DeadLetterHandler.Destination deadLetters,
    GuardedListener listener,
    Shadows shadows)
    implements FixedKeyProcessorSupplier<byte[], Prepared, TaggedEvent> {

  @Override
  public FixedKeyProcessor<byte[], Prepared, TaggedEvent> get() {
    return new TaggingProcessor(this::tagging, models, inFlightRecords, deadLetters);
  }

  @Override
  public @Nullable Set<StoreBuilder<?>> stores() {
    return models.current().dialogue() == null ? null : Set.of(dialogues.store());
  }

  private Tagging tagging(FixedKeyProcessorContext<byte[], TaggedEvent> context) {
    OutputWriter output =
        new OutputWriter(
            context,
            limits,
            deadLetters.repartition(),
            statistics,
            listener,
            shadows,
            new IntentSerializer());
    return models.current().dialogue() == null
        ? new UtteranceTagging(output)
        : new DialogueTagging(models, states(context), output, statistics);
  }

  private DialogueStates states(FixedKeyProcessorContext<byte[], TaggedEvent> context) {
    DialogueStates states =
        new DialogueStates(
            context.getStateStore(DialogueSettings.STORE), dialogues.idle().toMillis());
    context.schedule(dialogues.sweepPeriod(), PunctuationType.STREAM_TIME, states::sweep);
    return states;
  }
}
