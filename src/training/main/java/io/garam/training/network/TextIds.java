package io.garam.training.network;

import java.util.List;

/**
 * A text as a {@link Learner} reads it.
 *
 * @param views for each view the ids of the text's tokens there: words or characters
 */
public record TextIds(List<int[]> views) {

  /** Returns the length of the longest view, which is what learning from it costs. */
  int length() {
    return views.stream().mapToInt(ids -> ids.length).max().orElseThrow();
  }
}
