package io.garam.training.corpus.rows;

import io.garam.evaluation.GoldLabel;
import io.garam.nlu.text.NormalForm;
import io.garam.training.corpus.ColumnMapping;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads rows of columns below a header that names them. Rows of nothing but separators, as
 * spreadsheets leave them, are no rows.
 */
final class DelimitedRows extends RowReader {

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
      ColumnHeader header = null;
      Iterator<CSVRecord> iterator = records.iterator();
      while (true) {
        before = records.getCurrentLineNumber();
        if (!iterator.hasNext()) {
          return;
        }
        long line = lines.next(before);
        CSVRecord row = iterator.next();
        if (header == null) {
          header =
              ColumnSeparator.isDeclaredIn(row.get(0))
                  ? null
                  : ColumnHeader.of(this, line, row.toList());
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

  private void add(CollectedRows rows, long line, ColumnHeader header, CSVRecord row) {
    if (row.size() != header.width()) {
      throw ragged(line, header.width(), row.size());
    }
    add(
        rows,
        line,
        row.get(header.text()),
        GoldLabel.of(row.get(header.label())),
        header.dialogue() == ColumnHeader.ABSENT ? null : row.get(header.dialogue()),
        header.speaker() == ColumnHeader.ABSENT ? null : row.get(header.speaker()));
  }
}
