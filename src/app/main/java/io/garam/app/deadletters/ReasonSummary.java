package io.garam.app.deadletters;

import io.garam.streams.deadletters.Letter;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How many letters there are for each reason, and from when to when. */
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

  private final Map<String, Group> groups = new HashMap<>();

  /**
   * Letters for the same reason: of one code or, where an earlier version gave none, of one
   * sentence.
   *
   * @param code the reason's code, or null if the letters have none
   * @param reason the sentence of one of the letters, with {@code N} and {@code '…'} for what may
   *     differ from letter to letter
   * @param first the earliest time, or null if none has one
   * @param last the latest time, or null if none has one
   */
  public record Group(
      @Nullable String code,
      String reason,
      long count,
      @Nullable Instant first,
      @Nullable Instant last) {

    Group plus(Group other) {
      return new Group(
          code,
          reason,
          count + other.count,
          times(first, other.first).min(Comparator.naturalOrder()).orElse(null),
          times(last, other.last).max(Comparator.naturalOrder()).orElse(null));
    }

    private static Stream<Instant> times(@Nullable Instant one, @Nullable Instant other) {
      return Stream.of(Optional.ofNullable(one), Optional.ofNullable(other))
          .flatMap(Optional::stream);
    }
  }

  public void add(Letter letter) {
    String reason = LetterListing.reason(letter);
    String shape = NUMBER.matcher(QUOTED.matcher(reason).replaceAll("'…'")).replaceAll("N");
    @Nullable Instant time = letter.time().orElse(null);
    @Nullable String code = letter.code().orElse(null);
    String key = code == null ? shape : CODED + code;
    boolean known = groups.containsKey(key) || groups.size() < MOST_GROUPS;
    groups.merge(
        known ? key : FURTHER,
        new Group(known ? code : null, known ? shape : FURTHER, 1, time, time),
        Group::plus);
  }

  /** Returns the groups, the most frequent first. */
  public List<Group> groups() {
    return groups.values().stream()
        .sorted(Comparator.comparingLong(Group::count).reversed().thenComparing(Group::reason))
        .toList();
  }
}
