package io.garam.nlu.explanation;

import io.garam.nlu.Intent;
import java.util.List;

/**
 * Explanation of one answer: what each part of the utterance did to it, found by leaving the part
 * out (leave-one-out, after Li et al. 2016, "Understanding neural networks through representation
 * erasure"), and how far the gates of the recurrent layers stood open. All of it comes from the
 * very model that answers: a text without one of its words is answered like any other.
 *
 * @param text the utterance in Unicode's composed form, as far as the model reads it
 * @param intent the answer, as on the output topic
 * @param label the most probable label, also where the answer is unknown
 * @param runnerUp the second most probable label; in a report the one that the answer is compared
 *     with, where the model has it
 * @param tokens what each token did; the words as written where the model reads morphemes, or
 *     characters alone
 * @param characters what each character did; empty where the model reads words alone, unless the
 *     text is one token
 * @param earlier what each earlier utterance of the dialogue did, in the order in which they were
 *     said; empty where there is none
 * @param layers the gates of each recurrent layer that the answer comes from. A layer that was not
 *     run is not there: that of the characters where the words were sure enough
 * @since 0.1.0
 */
public record Explanation(
    String text,
    Intent intent,
    LabelScore label,
    LabelScore runnerUp,
    List<Effect> tokens,
    List<Effect> characters,
    List<Effect> earlier,
    List<LayerGates> layers) {

  public Explanation {
    tokens = List.copyOf(tokens);
    characters = List.copyOf(characters);
    earlier = List.copyOf(earlier);
    layers = List.copyOf(layers);
  }
}
