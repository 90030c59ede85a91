package io.garam.training.corpus.reader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import io.garam.nlu.bundle.FileDigest;
import io.garam.training.corpus.ColumnMapping;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.LabelledUtterance;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Corpora as spreadsheets, pipes and programs for annotators hand them over. */
final class CorpusAsItComesTest {

  private static final LabelledUtterance HELLO = new LabelledUtterance("안녕", "greet", null, null);

  @TempDir private Path folder;

  private final List<String> warnings = new ArrayList<>();

  private List<LabelledUtterance> read(String name, String content, String columns)
      throws IOException {
    return read(name, content.getBytes(UTF_8), columns).utterances();
  }

  private Corpus read(String name, byte[] content, String columns) throws IOException {
    return CorpusReader.read(
        Files.write(folder.resolve(name), content),
        columns.isEmpty() ? ColumnMapping.DEFAULT : ColumnMapping.parse(columns),
        warnings::add);
  }

  private static byte[] gzip(String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      value = {
        "a.csv ! text;label#안녕;greet",
        "a.csv ! id;\"text\";\"label\"#1;\"안녕\";greet",
        "a.txt ! note, or not;text;label#1,2;안녕;greet",
        "a.csv ! text|label#안녕|greet",
        "a.csv ! Text,LABEL#안녕,greet",
        "a.csv ! text , label #안녕, greet ",
        "a.tsv ! UTTERANCE\tIntent#안녕\tgreet",
        "a.csv ! utterance,intent#안녕,greet",
        "a.csv ! text,label#안녕,greet#,#,,,",
        "a.csv ! text;label#;#안녕;greet#;;#;",
        "a.json ! [{\"text\": \"안녕\", \"label\": \"greet\"}]",
        "a ! [#  {#  \"Text\": \"안녕\",#  \"Intent\": \"greet\"#}#]#",
        "a.jsonl ! {\"text\": \"안녕\", \"label\": [\"greet\"]}",
        "a.txt ! __label__greet 안녕",
        "a.yml ! version: \"3.1\"#nlu:#- intent: greet#  examples: |#    - 안녕",
        "a.txt ! # comment of a person##nlu:#- intent: greet#  examples:#  - 안녕"
      })
  void oneGreetingIsReadFrom(String name, String content) throws IOException {
    String text =
        content.startsWith("# comment") ? '#' + newLines(content.substring(1)) : newLines(content);

    assertThat(read(name, text, "")).containsExactly(HELLO);
    assertThat(warnings).isEmpty();
  }

  private static String newLines(String content) {
    return content.replace('#', '\n');
  }

  @Test
  void numbersAreLabelsAsText() throws IOException {
    assertThat(
            read("a.jsonl", "{\"text\":\"hi\",\"label\":7}\n{\"text\":\"ho\",\"label\":\"7\"}", ""))
        .extracting(LabelledUtterance::label)
        .containsExactly("7", "7");
  }

  @Test
  void anExactHeaderGoesBeforeOneInOtherCapitals() throws IOException {
    assertThat(read("a.csv", "Text,text,label\nno,안녕,greet\n", "")).containsExactly(HELLO);
  }

  @Test
  void headersThatDifferInCapitalsAloneNeedAChoice() {
    assertThatThrownBy(() -> read("a.csv", "TEXT,TEXT,label\na,b,c\n", ""))
        .hasMessageContaining("several of that name");
  }

  @Test
  void columnsMayBeJsonPointers() throws IOException {
    String row = "{\"said\":{\"text\":\"안녕\"},\"tags\":[{\"name\":\"greet\"}],\"in\":{\"room\":5}}";
    String columns = "text=/said/text,label=/tags/0/name,dialogue=/in/room";
    LabelledUtterance expected = new LabelledUtterance("안녕", "greet", "5", null);

    assertThat(read("a.jsonl", row, columns)).containsExactly(expected);
    assertThat(read("a.json", "[" + row + "]", columns)).containsExactly(expected);
  }

  @Test
  void rowsThatAreListsAreReadByPointers() throws IOException {
    assertThat(read("a.json", "[[\"안녕\",\"greet\"]]", "text=/0,label=/1")).containsExactly(HELLO);
    assertThat(read("a.jsonl", "[\"안녕\",\"greet\"]\n", "text=/0,label=/1")).containsExactly(HELLO);
  }

  @Test
  void aPointerToNothingIsNamedWithTheLine() {
    assertThatThrownBy(
            () -> read("a.json", "[\n{\"text\":\"hi\"}]", "text=/text,label=/annotations/0"))
        .hasMessageContaining(
            "the field \"/annotations/0\" as a string or an integer in row 1 (line 2)")
        .hasMessageContaining("only the fields text");
  }

  @Test
  void aLabelStudioExportGivesItsChoices() throws IOException {
    String task = "{\"id\":%d,\"data\":{\"%s\":\"%s\"},\"annotations\":[%s]}";
    String choice =
        "{\"was_cancelled\":%s,\"result\":[{\"type\":\"choices\",\"from_name\":\"intent\","
            + "\"value\":{\"choices\":[\"%s\"]}}]}";
    String export =
        String.join(
            ",\n",
            task.formatted(1, "text", "안녕", choice.formatted(false, "greet")),
            task.formatted(
                2,
                "message",
                "안녕",
                choice.formatted(true, "no") + "," + choice.formatted(false, "greet")),
            task.formatted(3, "text", "skipped", choice.formatted(true, "greet")),
            task.formatted(4, "text", "open", ""));

    assertThat(read("export.json", "[" + export + "]", "")).containsExactly(HELLO, HELLO);
    assertThat(warnings).singleElement().asString().contains("left out: 2, the first in row 3");
  }

  @Test
  void annotatorsWhoDisagreeAreNotDecidedBetween() {
    String task =
        "[{\"data\":{\"text\":\"hi\"},\"annotations\":["
            + "{\"result\":[{\"value\":{\"choices\":[\"a\"]}}]},"
            + "{\"result\":[{\"value\":{\"choices\":[\"b\"]}}]}]}]";

    assertThatThrownBy(() -> read("export.json", task, ""))
        .hasMessageContaining("a label in row 1 (line 1)")
        .hasMessageContaining("2 labels, [\"a\",\"b\"]");
  }

  @Test
  void doccanosListOfOneLabelIsItsLabel() throws IOException {
    assertThat(
            read("d.jsonl", "{\"id\":1,\"text\":\"안녕\",\"label\":[\"greet\"],\"Comments\":[]}", ""))
        .containsExactly(HELLO);
  }

  @Test
  void whatProdigysAnnotatorsRejectedIsNotLearned() throws IOException {
    String export =
        """
        {"text":"안녕","options":[{"id":"greet"}],"accept":["greet"],"answer":"accept"}
        {"text":"안녕","label":"greet","_task_hash":1,"answer":"accept"}
        {"text":"no","label":"greet","_task_hash":2,"answer":"reject"}
        {"text":"no","accept":[],"answer":"accept"}
        {"text":"no","accept":["greet"],"answer":"ignore"}
        """;

    assertThat(read("p.jsonl", export, "")).containsExactly(HELLO, HELLO);
    assertThat(warnings).singleElement().asString().contains("left out: 3, the first in line 3");
  }

  @Test
  void rasasExamplesLoseTheirEntitiesAndNothingElse() throws IOException {
    String yaml =
        """
        version: "3.1"
        nlu:
        - intent: book/table
          examples: |
            - a table in [Seoul](city)

            - for [two]{"entity": "number", "value": 2} at [7](time:19) [sic]
        - synonym: Seoul
          examples: |
            - 서울
        - intent: yes
          examples:
          - text: |
              sure
            metadata:
              sentiment: neutral
          - okay
        - regex: zip
          examples: |
            - [0-9]{5}
        rules:
        - rule: x
        """;

    assertThat(read("nlu.yml", yaml, ""))
        .containsExactly(
            new LabelledUtterance("a table in Seoul", "book/table", null, null),
            new LabelledUtterance("for two at 7 [sic]", "book/table", null, null),
            new LabelledUtterance("sure", "yes", null, null),
            new LabelledUtterance("okay", "yes", null, null));
  }

  @Test
  void rasasOlderFormsAreCalledByTheirName() {
    assertThatThrownBy(() -> read("nlu.md", "## intent:greet\n- hi\n", ""))
        .hasMessageEndingWith("convert it with rasa data convert nlu -f yaml.");
    assertThatThrownBy(() -> read("nlu.json", "{\"rasa_nlu_data\": {}}", ""))
        .hasMessageEndingWith("convert it with rasa data convert nlu -f yaml.");
  }

  @Test
  void theLineOfAnExampleIsThatInTheFile() {
    String yaml = "nlu:\n- intent: greet\n  examples: |\n    - hi\n\n    - \n";

    assertThatThrownBy(() -> read("nlu.yml", yaml, "")).hasMessageContaining("a text in line 6");
  }

  @Test
  void yamlNestedWithoutEndTakesNoMemory() {
    String yaml = "nlu:\n- intent: a\n  examples: |\n  - hi\nother: " + "[".repeat(1_000_000);

    assertThatThrownBy(() -> read("nlu.yml", yaml, "")).isInstanceOf(GaramException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.txt", "nlu.yml"})
  void columnsAreRefusedWhereThereAreNone(String name) {
    String content = name.endsWith("yml") ? "nlu: []" : "__label__a hi";

    assertThatThrownBy(() -> read(name, content, "text=a"))
        .hasMessageEndingWith("; leave out --columns.");
  }

  @Test
  void aGzipFileIsReadWhateverItsNameAndHasTheDigestOfTheFile() throws IOException {
    byte[] bytes = gzip("text;label\n안녕;greet\n");

    for (String name : List.of("a.csv.gz", "a.csv", "corpus")) {
      Corpus corpus = read(name, bytes, "");
      assertThat(corpus.utterances()).containsExactly(HELLO);
      assertThat(corpus.sha256()).isEqualTo(FileDigest.of(bytes).sha256());
    }
    assertThat(read("a.json.gz", gzip("[{\"text\":\"안녕\",\"label\":\"greet\"}]"), "").utterances())
        .containsExactly(HELLO);
  }

  @Test
  void severalGzipFilesInOneAreAllRead() throws IOException {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.write(gzip("text;label\n안녕;greet\n"));
    both.write(gzip("안녕;greet\n"));

    assertThat(read("a.csv.gz", both.toByteArray(), "").utterances()).containsExactly(HELLO, HELLO);
    assertThat(readFromStandardInput(new Dribbling(both.toByteArray())).utterances())
        .containsExactly(HELLO, HELLO);
  }

  @Test
  void aGzipFileThatEndsInTheMiddleIsRefused() throws IOException {
    byte[] bytes = gzip("text;label\n" + "안녕;greet\n".repeat(50_000));

    for (int length : new int[] {5, 30, bytes.length / 2, bytes.length - 1}) {
      assertThatThrownBy(() -> read("a.csv.gz", Arrays.copyOf(bytes, length), ""))
          .as("%d bytes", length)
          .isInstanceOf(GaramException.class)
          .hasMessageContaining("but it ends in the middle; fetch it or compress it again.");
    }
    bytes[bytes.length - 6] ^= 0x55;
    assertThatThrownBy(() -> read("a.csv.gz", bytes, ""))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("it is damaged");
  }

  @ParameterizedTest
  @CsvSource({
    "504b0304140000, a ZIP archive or a spreadsheet; unpack it",
    "28b52ffd0000, a Zstandard file; decompress it with zstd -d",
    "425a68393141, a bzip2 file",
    "fd377a585a0000, an xz file",
    "50415231, a Parquet file; export it as CSV",
    "255044462d, a PDF",
    "d0cf11e0a1b1, an old spreadsheet",
    "7f454c4602010100000000, 'a binary file, with a zero byte'"
  })
  void whatIsNoTextIsCalledByItsName(String bytes, String found) {
    assertThatThrownBy(() -> read("a.csv", HexFormat.of().parseHex(bytes), ""))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("Expected UTF-8 in the corpus ")
        .hasMessageContaining("it looks like " + found);
  }

  @Test
  void aTarArchiveInAGzipFileIsCalledOne() throws IOException {
    String tar = "a.csv" + "\0".repeat(252) + "ustar" + "\0".repeat(250);

    assertThatThrownBy(() -> read("a.tar.gz", gzip(tar), ""))
        .hasMessageContaining("a tar archive; unpack it with tar -x");
  }

  @Test
  void aFolderIsCalledOne() {
    assertThatThrownBy(() -> CorpusReader.read(folder, ColumnMapping.DEFAULT))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("but that is a folder; name a file in it.");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aPipeIsRead() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    byte[] bytes = gzip("text;label\n" + "안녕;greet\n".repeat(30_000));
    Thread writer =
        new Thread(
            () -> {
              try (OutputStream out = Files.newOutputStream(pipe)) {
                out.write(bytes);
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
    writer.start();

    Corpus corpus = CorpusReader.read(pipe, ColumnMapping.DEFAULT);

    writer.join();
    assertThat(corpus.size()).isEqualTo(30_000);
    assertThat(corpus.name()).isEqualTo("pipe");
    assertThat(corpus.sha256()).isEqualTo(FileDigest.of(bytes).sha256());
  }

  @Test
  void aHyphenStandsForTheStandardInput() throws IOException {
    Corpus corpus =
        readFromStandardInput(new ByteArrayInputStream("text,label\n안녕,greet\n".getBytes(UTF_8)));

    assertThat(corpus.utterances()).containsExactly(HELLO);
    assertThat(corpus.name()).isEqualTo("standard input");
  }

  private static Corpus readFromStandardInput(InputStream in) {
    InputStream before = System.in;
    System.setIn(in);
    try {
      return CorpusReader.read(Path.of("-"), ColumnMapping.DEFAULT);
    } finally {
      System.setIn(before);
    }
  }

  /** A pipe whose writer is slow: a byte at a time, and never one available. */
  private static final class Dribbling extends ByteArrayInputStream {
    Dribbling(byte[] bytes) {
      super(bytes);
    }

    @Override
    public synchronized int read(byte[] target, int offset, int length) {
      return super.read(target, offset, Math.min(length, 1));
    }

    @Override
    public synchronized int available() {
      return 0;
    }
  }

  @Test
  void replacementCharactersAreCountedWithTheirFirstLine() throws IOException {
    read("a.tsv", "text\tlabel\nhi\ta\nh\uFFFD\ta\nh\uFFFD\uFFFD\ta\nho\tb\uFFFD\n", "");

    assertThat(warnings)
        .singleElement()
        .asString()
        .startsWith("Rows of ")
        .contains("U+FFFD", "3 of 4, the first in line 3");
  }

  @Test
  void labelsDialoguesAndSpeakersThatRecurAreHeldOnce() throws IOException {
    List<LabelledUtterance> rows =
        read("a.csv", "text,label,dialogue,speaker\nhi,a,d,s\nho,a,d,s\n", "");

    assertThat(rows.get(0).label()).isSameAs(rows.get(1).label());
    assertThat(rows.get(0).dialogue()).isSameAs(rows.get(1).dialogue());
    assertThat(rows.get(0).speaker()).isSameAs(rows.get(1).speaker());
  }

  @Test
  void linesAreCountedAcrossBuffers() throws IOException {
    StringBuilder rows = new StringBuilder("text,label\r\n");
    for (int i = 0; i < 20_000; i++) {
      rows.append(i % 3 == 0 ? "\"a\r\n\r\nb\",x\r\n\r\n" : "안녕,x\r\n");
    }
    long lines = rows.chars().filter(c -> c == '\n').count();

    assertThatThrownBy(() -> read("a.csv", rows + "ragged\r\n", ""))
        .hasMessageContaining("in line " + (lines + 1) + " of the corpus");
    assertThatThrownBy(() -> read("a.csv", rows + "\r\n\r\n\"open", ""))
        .hasMessageContaining("in line " + (lines + 3) + " of the corpus");
    ByteArrayOutputStream bad = new ByteArrayOutputStream();
    bad.writeBytes(rows.toString().getBytes(UTF_8));
    bad.write(0xC7);
    assertThatThrownBy(() -> read("a.csv", bad.toByteArray(), ""))
        .hasMessageContaining("line " + (lines + 1) + " holds other bytes");
  }
}
