package io.garam.training.corpus.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import io.garam.training.corpus.ColumnMapping;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.LabelledUtterance;
import io.garam.training.corpus.reader.CorpusReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DialogueActRowsTest {

  private static final Path SAMPLE =
      Path.of("test/resources/io/garam/training/sample/dialogue-acts.tsv");

  @TempDir private Path folder;

  @Test
  void morphemesBecomeWordsAndBlankLinesPartDialogues() {
    Corpus corpus = CorpusReader.read(SAMPLE, ColumnMapping.DEFAULT);

    assertThat(corpus.labels())
        .containsExactly(
            "ack",
            "affirm",
            "closing",
            "expressive",
            "inform",
            "introduce",
            "negate",
            "offer",
            "opening",
            "promise",
            "reject",
            "request",
            "response",
            "wh-question",
            "yn-question");
    assertThat(corpus.utterances())
        .hasSize(26)
        .contains(
            new LabelledUtterance("안녕 하 시 ㅂ니까 ?", "opening", "1", "직원"),
            new LabelledUtterance("여보세요 ?", "opening", "2", "손님"),
            new LabelledUtterance("쪽수 는 1 / 2 로 적 어 주 어 .", "request", "3", "선생"));
  }

  @Test
  void itSaysTheSameAsTheCourseTableMadeOfIt() {
    Corpus table =
        CorpusReader.read(SAMPLE.resolveSibling("course-table.csv"), ColumnMapping.DEFAULT);

    assertThat(CorpusReader.read(SAMPLE, ColumnMapping.DEFAULT).texts()).isEqualTo(table.texts());
  }

  @Test
  void theOldActIsTheLabelWhereTheColumnsSaySo() {
    Corpus corpus = CorpusReader.read(SAMPLE, ColumnMapping.parse("label=old act"));

    assertThat(corpus.labels()).contains("greet", "commissive").doesNotContain("promise");
  }

  @ParameterizedTest
  @ValueSource(strings = {"label=act", "text=sentence", "dialogue=Speaker"})
  void columnsThatItHasNotAreRefused(String columns) {
    assertThatThrownBy(() -> CorpusReader.read(SAMPLE, ColumnMapping.parse(columns)))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("in line 1 of the corpus " + SAMPLE)
        .hasMessageContaining("only Speaker, Utterance, old act and new act");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Speaker\tUtterance\told act\tnew act",
        "SPEAKER\tUTTERANCE\tOLD_ACT\tNEW_ACT",
        "speaker\tutterance\toldAct\tnew-act"
      })
  void theHeaderTellsTheFormWhateverTheFileIsCalled(String header) throws IOException {
    String rows = "\uFEFF\r\n" + header + "\r\n\r\n\r\n \tA/X\to\tn\r\n\t\t\t\r\nB\tB/X\to\tm\r\n";

    for (String name : new String[] {"acts.txt", "acts.csv", "acts"}) {
      Path file = Files.writeString(folder.resolve(name), rows);
      assertThat(CorpusReader.read(file, ColumnMapping.DEFAULT).utterances())
          .containsExactly(
              new LabelledUtterance("A", "n", "1", null),
              new LabelledUtterance("B", "m", "2", "B"));
    }
  }
}
