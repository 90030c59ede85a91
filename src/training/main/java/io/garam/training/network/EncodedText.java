package io.garam.training.network;

import java.util.List;

/**
 * Encoded text: the token ids of a text for each view of a {@link Learner}.
 *
 * @param views for each view the ids of the text's tokens there: words or characters
 */
public record EncodedText(List<int[]> views) {

  /** Returns the length of the longest view, which is what learning from it costs. */
  int length() {
    return views.stream().mapToInt(ids -> ids.length).max().orElseThrow();
  }
}
