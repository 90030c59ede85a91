package io.garam.training.corpus;

import io.garam.nlu.GaramException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads rows of columns below a header that names them. */
final class DelimitedRows extends RowReader {

  private static final int ABSENT = -1;

  private final CSVFormat format;

  private DelimitedRows(Path file, ColumnMapping columns, CSVFormat format) {
    super(file, columns);
    this.format = format;
  }

  static DelimitedRows tabs(Path file, ColumnMapping columns) {
    CSVFormat format =
        CSVFormat.Builder.create()
            .setDelimiter('\t')
            .setQuote(null)
            .setIgnoreEmptyLines(true)
            .get();
    return new DelimitedRows(file, columns, format);
  }

  /** Columns with quoting, and commas or what a spreadsheet wrote in their place. */
  static DelimitedRows quoted(char separator, Path file, ColumnMapping columns) {
    CSVFormat format =
        CSVFormat.Builder.create(CSVFormat.RFC4180)
            .setDelimiter(separator)
            .setIgnoreEmptyLines(true)
            .get();
    return new DelimitedRows(file, columns, format);
  }

  List<LabelledUtterance> read(String content) {
    List<LabelledUtterance> utterances = new ArrayList<>();
    LineCounter lines = new LineCounter(content);
    long whole = 0;
    try (CSVParser records = CSVParser.parse(content, format)) {
      Header header = null;
      for (CSVRecord row : records) {
        whole++;
        long line = lines.lineAt(row.getCharacterPosition());
        if (header != null) {
          utterances.add(utterance(line, header, row));
        } else if (!SeparatorLine.isIn(row.get(0))) {
          header = header(line, row.toList());
        }
      }
    } catch (UncheckedIOException | IOException e) {
      throw error(
          lines.lineAt(startAfter(whole, content)),
          "quotes as in RFC 4180 in the row that begins",
          "one that does not end where it should (" + reason(e) + ")",
          "double every quote inside a quoted column and close the column with one");
    }
    return utterances;
  }

  private static String reason(Exception e) {
    return String.valueOf((e.getCause() == null ? e : e.getCause()).getMessage());
  }

  /** Where the row begins that follows some whole ones and breaks the rules of quoting. */
  private long startAfter(long rows, String content) {
    CSVFormat lenient =
        CSVFormat.Builder.create(format).setLenientEof(true).setTrailingData(true).get();
    try (CSVParser records = CSVParser.parse(content, lenient)) {
      return records.stream()
          .skip(rows)
          .findFirst()
          .map(CSVRecord::getCharacterPosition)
          .orElse(0L);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private LabelledUtterance utterance(long line, Header header, CSVRecord row) {
    if (row.size() != header.width()) {
      throw ragged(line, header.width(), row.size());
    }
    return utterance(
        line,
        row.get(header.text()),
        row.get(header.label()),
        header.dialogue() == ABSENT ? null : row.get(header.dialogue()),
        header.speaker() == ABSENT ? null : row.get(header.speaker()));
  }

  private Header header(long line, List<String> names) {
    return new Header(
        names.size(),
        required(line, names, columns().texts()),
        required(line, names, columns().labels()),
        optional(line, names, columns().dialogue(), "dialogue"),
        optional(line, names, columns().speaker(), "speaker"));
  }

  private int optional(long line, List<String> names, @Nullable String wanted, String usual) {
    return wanted == null ? names.indexOf(usual) : required(line, names, List.of(wanted));
  }

  private int required(long line, List<String> names, List<String> wanted) {
    String name =
        wanted.stream()
            .filter(names::contains)
            .findFirst()
            .orElseThrow(() -> unknown(line, wanted, "only the columns " + listed(names)));
    int index = names.indexOf(name);
    if (names.lastIndexOf(name) != index) {
      throw unknown(line, List.of(name), "several of that name");
    }
    return index;
  }

  private static String listed(List<String> names) {
    return names.stream()
        .map(name -> name.isEmpty() ? "(unnamed)" : name)
        .collect(Collectors.joining(", "));
  }

  private GaramException unknown(long line, List<String> wanted, String found) {
    return error(
        line,
        "one column named " + eitherOf(wanted),
        found,
        "say which is which with columns such as text=sentence,label=intent");
  }

  /** The indexes of the columns that matter, {@link #ABSENT} for none. */
  private record Header(int width, int text, int label, int dialogue, int speaker) {}

  /** Finds the line of a row, since the parser knows only the line where a row ends. */
  private static final class LineCounter {
    private final String content;
    private long line = 1;
    private int position;

    LineCounter(String content) {
      this.content = content;
    }

    long lineAt(long rowStart) {
      while (position < content.length() && (position < rowStart || isLineBreak())) {
        boolean windows = content.startsWith("\r\n", position);
        line += isLineBreak() ? 1 : 0;
        position += windows ? 2 : 1;
      }
      return line;
    }

    private boolean isLineBreak() {
      return content.charAt(position) == '\n' || content.charAt(position) == '\r';
    }
  }
}
