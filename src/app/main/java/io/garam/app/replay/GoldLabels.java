package io.garam.app.replay;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Where the labels are that people gave. */
interface GoldLabels {

  /** Nobody gave any. */
  GoldLabels NONE = answer -> null;

  /** Returns an utterance's label, null where nobody gave it one. */
  @Nullable String of(Answer answer);

  /** Returns labels that are part of the events. */
  static GoldLabels at(JsonPointer pointer) {
    return answer -> {
      JsonNode gold = answer.event().at(pointer);
      return gold.isTextual() && !gold.asText().isBlank() ? gold.asText() : null;
    };
  }

  /** Returns labels that a topic of corrections gives. */
  static GoldLabels of(LabelTopic corrections) {
    return answer -> corrections.of(answer.name());
  }
}
