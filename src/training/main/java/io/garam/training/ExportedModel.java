package io.garam.training;

import io.garam.nlu.bundle.Networks;
import io.garam.nlu.decision.Cascade;
import io.garam.nlu.decision.Decision;
import io.garam.training.export.NetworkWeights;
import io.garam.training.packaging.DecisionFit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exported graphs of a model, and how their logits become an answer.
 *
 * @param networks the serialized ONNX models
 * @param cascade null where all views are computed for each utterance, in one graph
 * @param decision of the whole model
 */
record ExportedModel(Networks networks, @Nullable Cascade cascade, Decision decision) {

  /** No answer is as sure, so that both stages are computed for each utterance. */
  private static final Cascade ALWAYS_IN_DOUBT = new Cascade(1, 1, 2);

  private static final Cascade NEVER_IN_DOUBT = new Cascade(1, 1, 0);

  /**
   * Returns a model of which it is not known yet how sure it may be.
   *
   * @param twoStages whether it is to be in two stages, if it can be
   */
  static ExportedModel uncalibrated(
      NetworkWeights weights, boolean twoStages, List<String> labels) {
    Decision plain = new Decision(labels, 1, DecisionFit.NO_THRESHOLD);
    return twoStages && weights.hasTwoStages()
        ? new ExportedModel(weights.toStages(), ALWAYS_IN_DOUBT, plain)
        : new ExportedModel(weights.toOnnx(), null, plain);
  }

  /** Returns a model whose second stage is never asked. */
  ExportedModel firstStage() {
    return new ExportedModel(networks, NEVER_IN_DOUBT, decision);
  }
}
