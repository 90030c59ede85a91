package io.garam.app.replay;

import com.fasterxml.jackson.core.JsonPointer;
import io.garam.evaluation.GoldLabel;

/** Where the labels are that people gave. */
interface GoldLabels {

  /** Nobody gave any. */
  GoldLabels NONE = answer -> GoldLabel.NONE;

  /** Returns what people wrote as an utterance's label. */
  GoldLabel of(Answer answer);

  /** Returns labels that are part of the events. */
  static GoldLabels at(JsonPointer pointer) {
    return answer -> GoldLabel.of(answer.event().at(pointer));
  }

  /** Returns labels that a topic of corrections gives. */
  static GoldLabels of(LabelTopic corrections) {
    return answer -> new GoldLabel(corrections.of(answer.name()), null);
  }
}
