package io.garam.training.corpus.reader;

import io.garam.nlu.GaramException;
import io.garam.training.corpus.ColumnMapping;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.rows.CollectedRows;
import io.garam.training.corpus.rows.CorpusFormat;
import io.garam.training.corpus.rows.RowReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Corpus reader: reads corpora and refuses what would teach a model nonsense. {@link CorpusFormat}
 * says which forms are understood; all in UTF-8, compressed by gzip or not, from a file, a pipe or,
 * for {@code -}, the standard input. A corpus is read in one go, row by row: what is held of it is
 * its utterances.
 */
public final class CorpusReader {

  /** Enough for any header. */
  private static final int HEAD = 1 << 16;

  private static final String STANDARD_INPUT = "-";

  private CorpusReader() {}

  /** Says whether a file's name stands for the standard input. */
  public static boolean isStandardInput(Path file) {
    return file.toString().equals(STANDARD_INPUT);
  }

  /** Reads a whole corpus, for whoever has nobody to warn. */
  public static Corpus read(Path file, ColumnMapping columns) {
    return read(file, columns, warning -> {});
  }

  /**
   * Reads a whole corpus.
   *
   * @param warnings hears what speaks against the corpus without making it useless, a sentence each
   * @throws GaramException if the file is missing, is not UTF-8, has no rows, lacks a column, or if
   *     a row is malformed or has a blank text or label; the message names the line
   */
  public static Corpus read(Path file, ColumnMapping columns, Consumer<String> warnings) {
    CorpusSource source = new CorpusSource(file);
    String name = source.name();
    CollectedRows rows = new CollectedRows();
    try (CorpusBytes bytes = CorpusBytes.open(source);
        BufferedReader content = new BufferedReader(new CorpusText(bytes, name), HEAD)) {
      RowReader reader = CorpusFormat.of(name, head(content), columns);
      reader.read(content, rows);
      reader.warnings(rows).forEach(warnings);
      if (rows.utterances().isEmpty()) {
        throw new GaramException(
            "Expected labelled utterances in the corpus "
                + name
                + ", but it has no rows; name a corpus with at least one.");
      }
      return new Corpus(source.shortName(), bytes.sha256OfAll(), rows.utterances());
    } catch (IOException e) {
      throw UnreadableCorpus.error(name, e);
    }
  }

  private static String head(BufferedReader content) throws IOException {
    content.mark(HEAD);
    char[] head = new char[HEAD];
    int length = 0;
    int read = 0;
    while (read >= 0 && length < HEAD) {
      length += read;
      read = content.read(head, length, HEAD - length);
    }
    content.reset();
    return new String(head, 0, length);
  }
}
