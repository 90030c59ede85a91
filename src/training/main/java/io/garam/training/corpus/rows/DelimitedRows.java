package io.garam.training.corpus.rows;

import io.garam.evaluation.GoldLabel;
import io.garam.nlu.GaramException;
import io.garam.nlu.text.NormalForm;
import io.garam.training.corpus.ColumnMapping;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of columns below a header that names them. Rows of nothing but separators, as
 * spreadsheets leave them, are no rows.
 */
final class DelimitedRows extends RowReader {

  private static final int ABSENT = -1;

  private final CSVFormat format;

  private DelimitedRows(String corpus, ColumnMapping columns, CSVFormat format) {
    super(corpus, columns);
    this.format = format;
  }

  static DelimitedRows tabs(String corpus, ColumnMapping columns) {
    CSVFormat format =
        CSVFormat.Builder.create()
            .setDelimiter('\t')
            .setQuote(null)
            .setIgnoreEmptyLines(true)
            .get();
    return new DelimitedRows(corpus, columns, format);
  }

  /** Columns with quoting, and commas or what a spreadsheet wrote in their place. */
  static DelimitedRows quoted(char separator, String corpus, ColumnMapping columns) {
    CSVFormat format =
        CSVFormat.Builder.create(CSVFormat.RFC4180)
            .setDelimiter(separator)
            .setIgnoreEmptyLines(true)
            .get();
    return new DelimitedRows(corpus, columns, format);
  }

  @Override
  public void read(BufferedReader content, CollectedRows rows) {
    RowLines lines = new RowLines(content);
    long before = 0;
    try (CSVParser records = CSVParser.builder().setReader(lines).setFormat(format).get()) {
      Header header = null;
      Iterator<CSVRecord> iterator = records.iterator();
      while (true) {
        before = records.getCurrentLineNumber();
        if (!iterator.hasNext()) {
          return;
        }
        long line = lines.next(before);
        CSVRecord row = iterator.next();
        if (header == null) {
          header = SeparatorLine.isIn(row.get(0)) ? null : header(line, row.toList());
        } else if (!row.stream().allMatch(NormalForm::isBlank)) {
          add(rows, line, header, row);
        }
      }
    } catch (UncheckedIOException | IOException e) {
      throw error(
          lines.next(before),
          "quotes as in RFC 4180 in the row that begins",
          "one that does not end where it should (" + reason(e) + ")",
          "double every quote inside a quoted column and close the column with one");
    }
  }

  private static String reason(Exception e) {
    return String.valueOf((e.getCause() == null ? e : e.getCause()).getMessage());
  }

  private void add(CollectedRows rows, long line, Header header, CSVRecord row) {
    if (row.size() != header.width()) {
      throw ragged(line, header.width(), row.size());
    }
    add(
        rows,
        line,
        row.get(header.text()),
        GoldLabel.of(row.get(header.label())),
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
    return wanted == null && ColumnMapping.find(names, List.of(usual)).isEmpty()
        ? ABSENT
        : required(line, names, List.of(wanted == null ? usual : wanted));
  }

  private int required(long line, List<String> names, List<String> wanted) {
    String name =
        ColumnMapping.find(names, wanted)
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
        "say which is which, such as with --columns text=sentence,label=intent");
  }

  /** The indexes of the columns that matter, {@link #ABSENT} for none. */
  private record Header(int width, int text, int label, int dialogue, int speaker) {}
}
