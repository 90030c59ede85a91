package io.garam.training.corpus;

import io.garam.nlu.GaramException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Column mapping: which columns of a file (or fields of a JSON object, or places in it) hold what.
 *
 * @param text the column of the utterance; null for {@code text} or, without one, {@code sentence}
 *     or {@code utterance}
 * @param label the column of the intent; null for {@code label} or, without one, {@code label_new}
 *     or {@code intent}
 * @param dialogue the column of the dialogue id; null for {@code dialogue} where there is one
 * @param speaker the column of the speaker; null for {@code speaker} where there is one
 */
public record ColumnMapping(
    @Nullable String text,
    @Nullable String label,
    @Nullable String dialogue,
    @Nullable String speaker) {

  /** The usual names throughout. */
  public static final ColumnMapping DEFAULT = new ColumnMapping(null, null, null, null);

  private static final Set<String> ROLES = Set.of("text", "label", "dialogue", "speaker");

  /**
   * Reads a mapping such as {@code text=sentence,label=intent}; what is not named keeps its
   * default.
   *
   * @throws GaramException if it cannot be understood
   */
  public static ColumnMapping parse(String mapping) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (String pair : mapping.split(",", -1)) {
      int equals = pair.indexOf('=');
      String role = equals < 0 ? pair.strip() : pair.substring(0, equals).strip();
      String column = equals < 0 ? "" : pair.substring(equals + 1).strip();
      if (!ROLES.contains(role) || column.isEmpty() || columns.put(role, column) != null) {
        throw new GaramException(
            "Expected columns as text=COLUMN,label=COLUMN with dialogue=COLUMN and speaker=COLUMN"
                + " where wanted, each once, but found \""
                + pair
                + "\" in \""
                + mapping
                + "\"; write, for example, text=sentence,label=intent.");
      }
    }
    return new ColumnMapping(
        columns.get("text"), columns.get("label"), columns.get("dialogue"), columns.get("speaker"));
  }

  /** Returns the names that the column of the utterance may have, the likeliest first. */
  public List<String> texts() {
    return text == null ? List.of("text", "sentence", "utterance") : List.of(text);
  }

  /** Returns the names that the column of the intent may have, the likeliest first. */
  public List<String> labels() {
    return label == null ? List.of("label", "label_new", "intent") : List.of(label);
  }

  /** Says whether the utterance and its label are at JSON pointers rather than in fields. */
  public boolean hasPointers() {
    return text != null && text.startsWith("/") && label != null && label.startsWith("/");
  }

  /**
   * Returns the first wanted name that is there, as it is written there: exactly or, without such a
   * one, in other capitals or with spaces around it.
   */
  public static Optional<String> find(Collection<String> names, List<String> wanted) {
    return wanted.stream()
        .filter(names::contains)
        .findFirst()
        .or(
            () ->
                wanted.stream()
                    .flatMap(
                        name -> names.stream().filter(other -> plain(other).equals(plain(name))))
                    .findFirst());
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
