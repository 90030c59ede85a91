package io.garam.training.corpus.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.bundle.FileDigest;
import io.garam.training.corpus.ColumnMapping;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.LabelledUtterance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CorpusReaderTest {

  private static final Path SAMPLE = Path.of("test/resources/io/garam/training/sample");

  @TempDir private Path folder;

  @Test
  void tabSeparatedColumnsAreReadInOrder() throws IOException {
    Path file = SAMPLE.resolve("requests-train.tsv");

    Corpus corpus = CorpusReader.read(file, ColumnMapping.DEFAULT);

    assertThat(corpus.name()).isEqualTo("requests-train.tsv");
    assertThat(corpus.sha256()).isEqualTo(FileDigest.of(Files.readAllBytes(file)).sha256());
    assertThat(corpus.size()).isEqualTo(240);
    assertThat(corpus.labels()).containsExactly("greeting", "music", "schedule", "weather");
    assertThat(corpus.utterances().get(0))
        .isEqualTo(new LabelledUtterance("일정 하나 삭제해 주세요", "schedule", null, null));
    assertThat(corpus.hasDialogues()).isFalse();
  }

  @Test
  void quotedColumnsKeepCommasQuotesAndLineBreaks() {
    Corpus corpus =
        CorpusReader.read(
            SAMPLE.resolve("quoted.csv"), ColumnMapping.parse("text=sentence,label=label_new"));

    assertThat(corpus.texts())
        .hasSize(8)
        .contains("내일 회의, 모레 출장, 둘 다 일정에 넣어 줘", "\"장보기\"라고 적힌 약속은 지워 줘", "안녕하세요\n오랜만에 인사드려요");
    assertThat(corpus.utterances().get(7))
        .isEqualTo(new LabelledUtterance("반가워, 정말 반가워", "greeting", null, "jiho"));
  }

  @Test
  void jsonLinesBringDialogueAndSpeaker() {
    Corpus corpus = CorpusReader.read(SAMPLE.resolve("requests.jsonl"), ColumnMapping.DEFAULT);

    assertThat(corpus.size()).isEqualTo(20);
    assertThat(corpus.utterances().get(0))
        .isEqualTo(new LabelledUtterance("안녕", "greeting", "r-001", "minseo"));
    assertThat(corpus.hasDialogues()).isTrue();
  }

  @Test
  void theCourseTableNeedsNoColumns() {
    Corpus corpus = CorpusReader.read(SAMPLE.resolve("course-table.csv"), ColumnMapping.DEFAULT);

    assertThat(corpus.size()).isEqualTo(26);
    assertThat(corpus.labels()).hasSize(15);
    assertThat(corpus.utterances().get(6))
        .isEqualTo(new LabelledUtterance("네 , 좋 습니다 .", "affirm", null, "손님"));
  }

  @Test
  void theCourseTableMayHaveTabsAndANamedIndex() throws IOException {
    Corpus corpus = read("table.csv", "index\tlabel_new\tsentence\tspeaker\n0\tack\t네 , 네\t손님\n");

    assertThat(corpus.utterances())
        .containsExactly(new LabelledUtterance("네 , 네", "ack", null, "손님"));
  }

  @Test
  void textAndLabelGoBeforeSentenceAndLabelNew() throws IOException {
    Corpus corpus = read("both.tsv", "sentence\tlabel_new\ttext\tlabel\nno\tno\tyes\ta\n");

    assertThat(corpus.utterances()).containsExactly(new LabelledUtterance("yes", "a", null, null));
  }

  @Test
  void jsonMayHaveTheNamesOfTheCourseTable() throws IOException {
    Corpus corpus = read("a.jsonl", "{\"sentence\": \"hello\", \"label_new\": \"a\"}");

    assertThat(corpus.texts()).containsExactly("hello");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "|", "\t"})
  void aFirstLineMayDeclareTheSeparator(String separator) throws IOException {
    String rows = "sep=;\r\ntext;label\r\nhello;a\r\n".replace(";", separator);

    assertThat(read("excel.csv", "\uFEFF" + rows).texts()).containsExactly("hello");
  }

  @Test
  void windowsLineEndsArePartOfNoColumn() throws IOException {
    Corpus corpus = read("windows.csv", "text,label\r\n\"a\r\nb\",x\r\n\r\nc,y\r\n");

    assertThat(corpus.texts()).containsExactly("a\r\nb", "c");
    assertThat(corpus.labels()).containsExactly("x", "y");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstColumn() throws IOException {
    Corpus corpus = read("marked.tsv", "\uFEFFtext\tlabel\n안녕\tgreeting\n");

    assertThat(corpus.texts()).containsExactly("안녕");
  }

  @Test
  void quotesInTabSeparatedColumnsAreText() throws IOException {
    Corpus corpus = read("quotes.tsv", "text\tlabel\n\"안녕\" 하던데\tgreeting\r\n\n\"\ta\n");

    assertThat(corpus.texts()).containsExactly("\"안녕\" 하던데", "\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"text,label#hello,greeting", "text\tlabel#hello\tgreeting"})
  void anUnknownEndingIsToldByTheFirstLine(String content) throws IOException {
    assertThat(read("corpus.txt", content.replace('#', '\n')).texts()).containsExactly("hello");
  }

  @Test
  void jsonLinesOfAnUnknownEndingAreToldByTheFirstLine() throws IOException {
    Corpus corpus =
        read("corpus", "{\"text\": \"hello\", \"label\": \"a\", \"speaker\": null}\n\n");

    assertThat(corpus.utterances())
        .containsExactly(new LabelledUtterance("hello", "a", null, null));
  }

  private Corpus read(String name, String content) throws IOException {
    return CorpusReader.read(
        Files.writeString(folder.resolve(name), content), ColumnMapping.DEFAULT);
  }
}
