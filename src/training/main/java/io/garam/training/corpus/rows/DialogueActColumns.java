package io.garam.training.corpus.rows;

import io.garam.training.corpus.ColumnMapping;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Columns of dialogues of tagged morphemes: {@code Speaker, Utterance, old act, new act}. In the
 * header, capitals do not matter, nor whether a space, a hyphen, an underscore or nothing parts
 * {@code old} from {@code act}. The new act is the label unless the columns say otherwise.
 */
record DialogueActColumns(ColumnMapping wanted) {

  private static final List<String> HEADER = List.of("speaker", "utterance", "oldact", "newact");
  private static final Pattern SEPARATORS = Pattern.compile("[\\s_-]+");

  /** How many there are. */
  static final int WIDTH = HEADER.size();

  static boolean areIn(String line) {
    return Arrays.stream(line.split("\t", -1))
        .map(DialogueActColumns::plain)
        .toList()
        .equals(HEADER);
  }

  /** Returns a column that is wanted and is not there; dialogues have none. */
  Optional<String> unknown() {
    return Stream.of(wanted.text(), wanted.label(), wanted.speaker())
        .filter(named -> named != null && !HEADER.contains(plain(named)))
        .findFirst()
        .or(() -> Optional.ofNullable(wanted.dialogue()));
  }

  String utterance(String[] row) {
    return row[index(wanted.text(), "utterance")];
  }

  String act(String[] row) {
    return row[index(wanted.label(), "newact")];
  }

  String speaker(String[] row) {
    return row[index(wanted.speaker(), "speaker")];
  }

  private static int index(@Nullable String named, String usual) {
    return HEADER.indexOf(named == null ? usual : plain(named));
  }

  private static String plain(String name) {
    return SEPARATORS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
  }
}
