package io.garam.app.deadletters;

import io.garam.streams.deadletters.Letter;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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

  /** Letters of one code may have many sentences, of which the first ones are counted apart. */
  private static final int MOST_SENTENCES = 20;

  private final Map<String, Tally> tallies = new HashMap<>();

  /**
   * Letters for the same reason: of one code or, where an earlier version gave none, of one
   * sentence.
   *
   * @param code the reason's code, or null if the letters have none
   * @param reason the most frequent sentence of the letters, with {@code N} and {@code '…'} for
   *     what may differ from letter to letter
   * @param count how many letters there are
   * @param ofThem how many of them have that sentence
   * @param first the earliest time, or null if none has one
   * @param last the latest time, or null if none has one
   */
  public record Group(
      @Nullable String code,
      String reason,
      long count,
      long ofThem,
      @Nullable Instant first,
      @Nullable Instant last) {

    /** Returns the sentence and, where others say otherwise, how many say so. */
    public String sentence() {
      return ofThem == count
          ? reason
          : String.format(Locale.ROOT, "%s (%,d of %,d; the others differ)", reason, ofThem, count);
    }
  }

  /** What has been counted of a group so far. */
  private static final class Tally {
    private final @Nullable String code;
    private final Map<String, Long> sentences = new LinkedHashMap<>();
    private long count;
    private @Nullable Instant first;
    private @Nullable Instant last;

    Tally(@Nullable String code) {
      this.code = code;
    }

    void add(String sentence, @Nullable Instant time) {
      count++;
      if (sentences.containsKey(sentence) || sentences.size() < MOST_SENTENCES) {
        sentences.merge(sentence, 1L, Long::sum);
      }
      if (time != null) {
        first = first == null || time.isBefore(first) ? time : first;
        last = last == null || time.isAfter(last) ? time : last;
      }
    }

    Group group() {
      Map.Entry<String, Long> most =
          Collections.max(
              sentences.entrySet(),
              Map.Entry.<String, Long>comparingByValue()
                  .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())));
      return new Group(code, most.getKey(), count, most.getValue(), first, last);
    }
  }

  public void add(Letter letter) {
    String reason = LetterListing.reason(letter);
    String shape = NUMBER.matcher(QUOTED.matcher(reason).replaceAll("'…'")).replaceAll("N");
    @Nullable Instant time = letter.time().orElse(null);
    @Nullable String code = letter.code().orElse(null);
    String key = code == null ? shape : CODED + code;
    boolean known = tallies.containsKey(key) || tallies.size() < MOST_GROUPS;
    tallies
        .computeIfAbsent(known ? key : FURTHER, unseen -> new Tally(known ? code : null))
        .add(known ? shape : FURTHER, time);
  }

  /** Returns the groups, the most frequent first. */
  public List<Group> groups() {
    return tallies.values().stream()
        .map(Tally::group)
        .sorted(Comparator.comparingLong(Group::count).reversed().thenComparing(Group::reason))
        .toList();
  }
}
