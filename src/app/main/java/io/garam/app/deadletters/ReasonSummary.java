package io.garam.app.deadletters;

import io.garam.streams.deadletters.Letter;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Summary of dead letters by reason: how many there are of each, and from when to when. */
public final class ReasonSummary {

  /** Sizes and positions, but not a number that is part of a name or of a JSON pointer. */
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w/]|\\p{L}-)\\d+(?:[.,]\\d+)*(?!\\w)");

  /** What the JSON parser quotes of the event. */
  private static final Pattern QUOTED = Pattern.compile("(?<=token )'[^']*'(?=:)");

  /** No sentence begins so; it keeps codes and sentences apart. */
  private static final String CODED = "\0";

  /** Anybody may write letters, and each with a reason of its own. */
  private static final int MOST_GROUPS = 1_000;

  private static final String FURTHER =
      "Further reasons, each of them rarer in what was read first.";

  private final Map<String, ReasonTally> tallies = new HashMap<>();

  public void add(Letter letter) {
    String reason = LetterListing.reason(letter);
    String shape = NUMBER.matcher(QUOTED.matcher(reason).replaceAll("'…'")).replaceAll("N");
    @Nullable Instant time = letter.time().orElse(null);
    @Nullable String code = letter.code().orElse(null);
    String key = code == null ? shape : CODED + code;
    boolean known = tallies.containsKey(key) || tallies.size() < MOST_GROUPS;
    tallies
        .computeIfAbsent(known ? key : FURTHER, unseen -> new ReasonTally(known ? code : null))
        .add(known ? shape : FURTHER, time);
  }

  /** Returns the groups, the most frequent first. */
  public List<ReasonGroup> groups() {
    return tallies.values().stream()
        .map(ReasonTally::group)
        .sorted(
            Comparator.comparingLong(ReasonGroup::count)
                .reversed()
                .thenComparing(ReasonGroup::reason))
        .toList();
  }
}
