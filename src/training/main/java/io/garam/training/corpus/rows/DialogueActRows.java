package io.garam.training.corpus.rows;

import io.garam.evaluation.GoldLabel;
import io.garam.nlu.GaramException;
import io.garam.nlu.text.NormalForm;
import io.garam.training.corpus.ColumnMapping;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads dialogues of tagged morphemes and their acts: tab-separated below the header {@code
 * Speaker, Utterance, old act, new act}, with a blank line between two dialogues, which are
 * numbered from 1. In the header, capitals do not matter, nor whether a space, a hyphen, an
 * underscore or nothing parts {@code old} from {@code act}. The new act is the label unless the
 * columns say otherwise.
 */
final class DialogueActRows extends RowReader {

  private static final List<String> HEADER = List.of("speaker", "utterance", "oldact", "newact");
  private static final Pattern SEPARATORS = Pattern.compile("[\\s_-]+");

  DialogueActRows(String corpus, ColumnMapping columns) {
    super(corpus, columns);
  }

  static boolean isHeader(String line) {
    return Arrays.stream(line.split("\t", -1)).map(DialogueActRows::plain).toList().equals(HEADER);
  }

  @Override
  public void read(BufferedReader content, CollectedRows rows) throws IOException {
    boolean headerRead = false;
    boolean dialogueEnded = true;
    int dialogue = 0;
    String row = content.readLine();
    for (long line = 1; row != null; line++) {
      if (NormalForm.isBlank(row)) {
        dialogueEnded = true;
      } else if (!headerRead) {
        headerRead = true;
        requireKnownColumns(line);
      } else {
        dialogue += dialogueEnded ? 1 : 0;
        dialogueEnded = false;
        add(rows, line, row.split("\t", -1), String.valueOf(dialogue));
      }
      row = content.readLine();
    }
  }

  private void add(CollectedRows rows, long line, String[] row, String dialogue) {
    if (row.length != HEADER.size()) {
      throw ragged(line, HEADER.size(), row.length);
    }
    TaggedUtterance utterance = TaggedUtterance.parse(row[column(columns().text(), "utterance")]);
    if (!utterance.unread().isEmpty()) {
      throw error(
          line,
          "pieces such as 안녕/IC, parted by bars,",
          "\"" + utterance.unread() + "\" where one should begin",
          "give every morpheme its tag, or rename the header's columns if this is plain text");
    }
    add(
        rows,
        line,
        utterance.text(),
        GoldLabel.of(row[column(columns().label(), "newact")]),
        dialogue,
        row[column(columns().speaker(), "speaker")]);
  }

  private void requireKnownColumns(long line) {
    Stream.of(columns().text(), columns().label(), columns().speaker())
        .filter(named -> named != null && !HEADER.contains(plain(named)))
        .findFirst()
        .or(() -> Optional.ofNullable(columns().dialogue()))
        .ifPresent(
            named -> {
              throw unknown(line, named);
            });
  }

  private GaramException unknown(long line, String named) {
    return error(
        line,
        "the column \"" + named + "\"",
        "only Speaker, Utterance, old act and new act, and blank lines between dialogues",
        "leave it out of the columns");
  }

  private static int column(@Nullable String named, String usual) {
    return HEADER.indexOf(named == null ? usual : plain(named));
  }

  private static String plain(String name) {
    return SEPARATORS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
  }
}
