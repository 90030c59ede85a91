package io.garam.training.corpus.rows;

import io.garam.evaluation.GoldLabel;
import io.garam.nlu.text.NormalForm;
import io.garam.training.corpus.ColumnMapping;
import java.io.BufferedReader;
import java.io.IOException;

/**
 * Reads dialogues of tagged morphemes and their acts: tab-separated below the header of {@link
 * DialogueActColumns}, with a blank line between two dialogues, which are numbered from 1.
 */
final class DialogueActRows extends RowReader {

  private final DialogueActColumns named;

  DialogueActRows(String corpus, ColumnMapping columns) {
    super(corpus, columns);
    this.named = new DialogueActColumns(columns);
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
    if (row.length != DialogueActColumns.WIDTH) {
      throw ragged(line, DialogueActColumns.WIDTH, row.length);
    }
    TaggedUtterance utterance = TaggedUtterance.parse(named.utterance(row));
    if (!utterance.unread().isEmpty()) {
      throw error(
          line,
          "pieces such as 안녕/IC, parted by bars,",
          "\"" + utterance.unread() + "\" where one should begin",
          "give every morpheme its tag, or rename the header's columns if this is plain text");
    }
    add(rows, line, utterance.text(), GoldLabel.of(named.act(row)), dialogue, named.speaker(row));
  }

  private void requireKnownColumns(long line) {
    named
        .unknown()
        .ifPresent(
            column -> {
              throw error(
                  line,
                  "the column \"" + column + "\"",
                  "only Speaker, Utterance, old act and new act, and blank lines between dialogues",
                  "leave it out of the columns");
            });
  }
}
