package io.garam.streams;

import io.garam.nlu.GaramException;
import io.garam.nlu.onnx.OnnxClassifier;
import io.garam.streams.batching.IntentModel;
import io.garam.streams.limits.LimitsWatch;
import io.garam.streams.memory.DialogueEntry;
import io.garam.streams.memory.DialogueModel;
import io.garam.streams.models.ServingModels;
import io.garam.streams.statistics.TaggingCounter;
import io.garam.streams.statistics.TaggingMeters;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Consumer;

/** Takes in the next model of a tagger that runs, before it answers anything. */
record NextModel(
    ServingModels models, LimitsWatch limits, TaggingCounter statistics, MeterRegistry registry)
    implements Consumer<OnnxClassifier> {

  /**
   * Takes it in.
   *
   * @throws GaramException if this tagger cannot run it
   */
  @Override
  public void accept(OnnxClassifier next) {
    DialogueModel steps = IntentModel.of(next).dialogue();
    boolean follows = models.current().dialogue() != null;
    if (follows != (steps != null)) {
      throw new GaramException(
          "Expected a model that "
              + (follows ? "follows dialogues" : "judges every utterance alone")
              + ", as the one that this tagger was started with does, but found one that does not;"
              + " start the tagger again to run it.");
    }
    if (steps != null) {
      limits.get().requireRoomForDialogues(DialogueEntry.largestRecord(steps));
    }
    meters(next).bindLabels(registry);
  }

  /** Hears that another model has become the current one. */
  void activated() {
    meters(models.classifier()).bindTo(registry);
  }

  private TaggingMeters meters(OnnxClassifier model) {
    return new TaggingMeters(statistics, model.spec(), () -> models.classifier().spec());
  }
}
