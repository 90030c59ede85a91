package io.garam.training.corpus;

import io.garam.nlu.GaramException;
import io.garam.nlu.bundle.FileDigest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads corpora and refuses what would teach a model nonsense. Understood are {@code .tsv} and
 * {@code .tab} (a header, tabs, no quoting), {@code .csv} (a header, RFC 4180 quoting, line breaks
 * in quotes, a first line {@code sep=;} for another separator), {@code .jsonl} and {@code .ndjson}
 * (a JSON object a line), and dialogues of tagged morphemes with their acts, told by their header;
 * all in UTF-8.
 */
public final class CorpusReader {

  private CorpusReader() {}

  /**
   * Reads a whole corpus.
   *
   * @throws GaramException if the file is missing, is not UTF-8, has no rows, lacks a column, or if
   *     a row is malformed or has a blank text or label; the message names the line
   */
  public static Corpus read(Path file, ColumnMapping columns) {
    byte[] bytes = bytes(file);
    String content = CorpusText.of(file, bytes);
    List<LabelledUtterance> utterances =
        switch (CorpusFormat.of(file, content)) {
          case TABS -> DelimitedRows.tabs(file, columns).read(content);
          case COMMAS -> DelimitedRows.quoted(',', file, columns).read(content);
          case DECLARED -> {
            char separator = SeparatorLine.in(file, CorpusFormat.firstLine(content));
            yield DelimitedRows.quoted(separator, file, columns).read(content);
          }
          case DIALOGUE_ACTS -> new DialogueActRows(file, columns).read(content);
          case JSON_LINES -> new JsonRows(file, columns).read(content);
        };
    if (utterances.isEmpty()) {
      throw new GaramException(
          "Expected labelled utterances in the corpus "
              + file
              + ", but it has no rows; name a corpus with at least one.");
    }
    return new Corpus(
        String.valueOf(file.getFileName()), FileDigest.of(bytes).sha256(), utterances);
  }

  private static byte[] bytes(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new GaramException(
          "Expected a corpus in the file "
              + file
              + ", but there is no such file; check the path and the current folder.");
    }
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new GaramException(
          "Expected to read the corpus "
              + file
              + ", but that failed ("
              + e
              + "); check that you may read it.",
          e);
    }
  }
}
