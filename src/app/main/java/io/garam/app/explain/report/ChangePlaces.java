package io.garam.app.explain.report;

import io.garam.evaluation.comparison.LabelChange;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Places of the first utterances whose label changes, one for each change: those that a report
 * explains.
 *
 * @param <P> the place of an utterance
 */
public final class ChangePlaces<P> {

  private final Map<Labels, P> firsts = new HashMap<>();

  /** A label, and the other that it changes to. */
  private record Labels(String from, String to) {}

  /** Adds an utterance, the first one first. */
  public void add(String from, String to, P place) {
    firsts.putIfAbsent(new Labels(from, to), place);
  }

  /** Returns where the first utterance of each change is. */
  public Map<LabelChange, P> of(Collection<LabelChange> changes) {
    Map<LabelChange, P> places = new HashMap<>();
    for (LabelChange change : changes) {
      Optional.ofNullable(firsts.get(new Labels(change.from(), change.to())))
          .ifPresent(place -> places.put(change, place));
    }
    return places;
  }
}
