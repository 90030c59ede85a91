package io.garam.training.corpus.reader;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import io.garam.training.corpus.ColumnMapping;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every message is one sentence that names the file and, where there is one, the line. */
final class MalformedCorpusTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "a.tsv | text;label#hi;a#;b | a text in line 3 | a blank one",
        "a.tsv | text;label#hi;a#\u00a0\u3000;b | a text in line 3 | a blank one",
        "a.tsv | text;label#hi;a#\u200b\u3164;b | a text in line 3 | a blank one",
        "a.tsv | text;label#hi; | a label in line 2 | a blank one",
        "a.tsv | text;label#hi;a;b | 2 columns, as in the header, in line 2 | 3 columns",
        "a.tsv | text;label#hi | 2 columns, as in the header, in line 2 | 1 column",
        "a.tsv | text;label | labelled utterances | has no rows",
        "a.tsv | text;act#hi;a | one column named \"label\" or \"label_new\" or \"intent\" in line"
            + " 1 | only the columns text, act",
        "a.tsv | text;label;text#hi;a;b | one column named \"text\" | several of that name",
        "a.csv | text,label#\"a##b\",x#hi | 2 columns, as in the header, in line 5 | 1 column",
        "a.csv | text,label#\"hi,a | quotes as in RFC 4180 in the row that begins in line 2 | does"
            + " not end",
        "a.csv | text,label#a,b##\"hi,a#\"ho\",b | that begins in line 4 | does not end",
        "a.csv | text,label#\"hi\"x,a | that begins in line 2 | does not end",
        "a.csv | ,sentence#0,a | or \"intent\" in line 1 | the columns (unnamed), sentence",
        "a.csv | sep=^#text^label | a tab after sep= in line 1 | \"^\"",
        "a.csv | sep=,#text,label#hi | 2 columns, as in the header, in line 3 | 1 column",
        "a.jsonl | {'text':'hi','label':'a'}#nonsense | one JSON object in line 2 | something else",
        "a.jsonl | ['hi'] | one JSON object in line 1 | JSON of another type",
        "a.jsonl | {'text':'hi'} | the field \"label\" or \"label_new\" or \"intent\" as a string"
            + " or an integer in line 1 | only the fields text",
        "a.jsonl | {'text':'hi','label':3.5} | a label in line 1 | the value 3.5",
        "a.jsonl | {'text':'hi','label':['a','b']} | a label in line 1 | 2 labels",
        "a.jsonl | {'text':'hi','label':'a\\u0007b'} | a label in line 1 | control character"
            + " U+0007",
        "a.jsonl | {'text':3,'label':'a'} | the field 'text' or 'sentence' or 'utterance' as a"
            + " string in line 1 | the value 3",
        "a.json | [{'text':'hi','label':'a'},#{'text':'hi'}] | the field 'label' or 'label_new' or"
            + " 'intent' as a string or an integer in row 2 (line 2) | only the fields text",
        "a.json | [{'text':'hi','label':'a'},{'text':'ho','label':'a'},{'text':' ','label':'a'}] |"
            + " a text in row 3 (line 1) | a blank one",
        "a.json | [{'text':'hi','label':'a'},#3] | a JSON object as element of the array in row 2"
            + " (line 2) | JSON of another type",
        "a.json | [{'text':'hi','label':'a'},#{'text | a JSON array of objects in line 2 |"
            + " something else",
        "a.json | [{'text':'hi','label':'a'} | a JSON array of objects in line 1 | something else",
        "a.json | [{'text':'hi','label':'a'}]#[] | nothing behind the JSON array in line 2 | more"
            + " JSON",
        "a.txt | __label__a __label__b hi | one __label__LABEL and then the text in line 1 |"
            + " several labels",
        "a.txt | __label__a hi#hello | one __label__LABEL and then the text in line 2 | begins"
            + " otherwise",
        "a.txt | __label__a hi#__label__a | a text in line 2 | a blank one",
        "a.yml | version: '3.1'#stories: [] | a list nlu in line 1 | YAML without one",
        "a.yml | nlu:#- intent: greet#  examples: ~#    hi | an example behind a hyphen in line 4 |"
            + " a line without",
        "a.yml | nlu:#- intent: &a greet#  examples: *a | YAML without aliases in line 3 | one",
        "a.yml | nlu: [ | YAML in line 1 | something else",
        "a.jsonl | #{'text':'','label':'a'} | a text in line 2 | a blank one",
        "a.tsv | Speaker;Utterance;old act;new act#A;안녕/IC;a | 4 columns, as in the header, in line"
            + " 2 | 3 columns",
        "a.tsv | Speaker;Utterance;old act;new act##A;안녕;a;b | such as 안녕/IC, parted by bars, in"
            + " line 3 | \"안녕\" where",
        "a.tsv | Speaker;Utterance;old act;new act##A;안녕/IC~?;a;b | in line 3 | \"?\"",
        "a.tsv | Speaker;Utterance;old act;new act#A; ;a;b | a text in line 2 | a blank one",
        "a.tsv | Speaker;Utterance;old act;new act#A;안녕/IC;a; | a label in line 2 | a blank one",
        "a.txt | hello | columns below a header | neither its name nor its first line",
        "a.tsv | - | labelled utterances | has no rows"
      })
  void aMistakeIsFoundAndItsPlaceTold(String name, String content, String expected, String found)
      throws IOException {
    String separated =
        name.endsWith(".tsv") ? replaced(content).replace(';', '\t') : replaced(content);
    Path file = Files.writeString(folder.resolve(name), separated.replace('\'', '"'));

    assertThatThrownBy(() -> CorpusReader.read(file, ColumnMapping.DEFAULT))
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith("Expected ")
        .hasMessageContaining(expected.replace('\'', '"'))
        .hasMessageContaining(found)
        .hasMessageContaining(file.toString())
        .hasMessageMatching("(?s)[^;]+; [^;]+\\.");
  }

  private static String replaced(String content) {
    return content == null ? "" : content.replace('#', '\n').replace('~', '|');
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void linesAreCountedWithTheLineEndsOfAnySystem(String end) throws IOException {
    String rows = String.join(end, "text\tlabel", "hi\ta", "", "ho\ta");
    Path ragged = Files.writeString(folder.resolve("ragged.tsv"), rows + end + "hey");
    Path old = Files.write(folder.resolve("old.tsv"), (rows + end + "\u00e9").getBytes(ISO_8859_1));
    Path objects = Files.writeString(folder.resolve("a.jsonl"), "{\"text\":" + end + "\"hi\"}");

    assertThatThrownBy(() -> CorpusReader.read(ragged, ColumnMapping.DEFAULT))
        .hasMessageContaining("in line 5 of the corpus " + ragged + ", but found 1 column");
    assertThatThrownBy(() -> CorpusReader.read(old, ColumnMapping.DEFAULT))
        .hasMessageContaining("UTF-8 in the corpus " + old + ", but line 5 holds other bytes");
    assertThatThrownBy(() -> CorpusReader.read(objects, ColumnMapping.DEFAULT))
        .hasMessageContaining("one JSON object in line 1 of the corpus " + objects);
  }

  @ParameterizedTest
  @CsvSource({
    "c0 af, overlong",
    "ed a0 80, a surrogate",
    "f5 80 80 80, beyond Unicode",
    "80, alone"
  })
  void bytesThatOnlyResembleUtf8AreRefused(String bytes, String name) throws IOException {
    byte[] bad = HexFormat.ofDelimiter(" ").parseHex(bytes);
    Path file = folder.resolve("bad.csv");
    Files.write(file, "text,label\nhi,a\n".getBytes(UTF_8));
    Files.write(file, bad, StandardOpenOption.APPEND);

    assertThatThrownBy(() -> CorpusReader.read(file, ColumnMapping.DEFAULT))
        .as(name)
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("UTF-8 in the corpus " + file + ", but line 3 holds other bytes");
  }

  @Test
  void aMissingFileIsCalledMissing() {
    assertThatThrownBy(() -> CorpusReader.read(folder.resolve("no.tsv"), ColumnMapping.DEFAULT))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("no.tsv, but there is no such file");
  }

  @Test
  void otherBytesThanUtf8AreFoundWithTheirLine() throws IOException {
    byte[] bytes = {'t', 'e', 'x', 't', '\t', 'l', '\n', 'a', '\n', (byte) 0xc7, (byte) 0xd1, '\n'};
    Path file = Files.write(folder.resolve("euc-kr.tsv"), bytes);

    assertThatThrownBy(() -> CorpusReader.read(file, ColumnMapping.DEFAULT))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("line 3 holds other bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
  void utf16IsCalledByItsName(String charset) throws IOException {
    byte[] bytes = "text\tlabel\n안녕하세요\tgreeting\n".getBytes(Charset.forName(charset));
    Path file = Files.write(folder.resolve("utf16.tsv"), bytes);

    assertThatThrownBy(() -> CorpusReader.read(file, ColumnMapping.DEFAULT))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining(file + ", but it looks like UTF-16; convert it");
  }

  @Test
  void aCharacterCutShortAtTheEndIsNotUtf8() throws IOException {
    Path file = Files.write(folder.resolve("cut.tsv"), new byte[] {'a', '\n', (byte) 0xea});

    assertThatThrownBy(() -> CorpusReader.read(file, ColumnMapping.DEFAULT))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("line 2 holds other bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "text=", "words=text", "text=a,text=b", "", "text=a,"})
  void columnsThatMeanNothingAreRefused(String columns) {
    assertThatThrownBy(() -> ColumnMapping.parse(columns))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("text=sentence,label=intent");
  }
}
