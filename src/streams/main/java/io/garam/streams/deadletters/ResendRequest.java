package io.garam.streams.deadletters;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Request to send dead letters again: which of them, and where to. Whoever may write to the
 * dead-letter topic may write letters that name any topic as their origin, so the topics are named
 * here and by no header.
 *
 * @param to where all events go, or null for the topic that each came from
 * @param trusted the topics that events may go back to, and from which a value that a letter left
 *     out may be fetched
 * @param reasons codes of the letters that are sent; empty for all
 */
public record ResendRequest(@Nullable String to, Set<String> trusted, Set<String> reasons) {

  public ResendRequest {
    trusted = Set.copyOf(trusted);
    reasons = Set.copyOf(reasons);
  }

  /** Returns the topics that events may go to. */
  Set<String> targets() {
    return to == null ? trusted : Set.of(to);
  }

  /** Returns all topics that may be written: those of events, and that of letters put back. */
  Set<String> written(String deadLetterTopic) {
    Set<String> topics = new HashSet<>(targets());
    topics.add(deadLetterTopic);
    return topics;
  }

  /** Says whether a letter is to be sent. */
  boolean asksFor(Letter letter) {
    return reasons.isEmpty() || letter.code().filter(reasons::contains).isPresent();
  }
}
