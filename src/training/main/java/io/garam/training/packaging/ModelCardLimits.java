package io.garam.training.packaging;

import io.garam.nlu.dialogue.DialogueSpec;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The limits of a model card: what a model does not know.
 *
 * @param dialogue how it follows dialogues; null where it judges every utterance alone
 */
record ModelCardLimits(@Nullable DialogueSpec dialogue) {

  String toMarkdown() {
    return String.format(
        Locale.ROOT,
        """
        ## Limits

        - It knows the language, the topics and the manner of its corpus; measure it on your own \
        utterances first (`garam evaluate`).
        - %s
        - Confidence is calibrated on the validation corpus and means little on texts unlike it.

        """,
        dialogue == null
            ? "Every utterance is judged alone, without those before it."
            : context(dialogue));
  }

  private static String context(DialogueSpec dialogue) {
    return String.format(
            Locale.ROOT,
            "It follows dialogues: an utterance is judged by itself, by who says it%s and by what",
            dialogue.speakers().isEmpty()
                ? " (the same speaker or another)"
                : " (" + String.join(", ", dialogue.speakers()) + ")")
        + " was said before it, never by what follows. Taken out of its dialogue it is judged as a"
        + " first one.";
  }
}
