package io.garam.app.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.app.CommandRun;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rule of exit codes: 2 where the command line and the settings alone show that it cannot be,
 * before models, corpora and brokers are looked at; 1 where one of those failed.
 */
final class ExitCodeTest {

  private static final String MODEL = "../../models/korean-intention";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run --embedded | a model bundle, but neither a flag nor garam.model",
        "run --model M | a broker, but neither a flag nor bootstrap.servers",
        "run --embedded --bootstrap-server a:1 --model M | either --bootstrap-server or --embedded",
        "run --bootstrap-server here --model M | HOST:PORT",
        "run --bootstrap-server a:70000 --model M | HOST:PORT",
        "run --embedded --model M --text-pointer text | pointer such as /text for --text-pointer",
        "run --embedded --model M --config garam.nonsense=1 | garam.nonsense",
        "run --embedded --model M --config comit.interval.ms=1 | did you mean commit.interval.ms?",
        "run --embedded --model M --config commit.interval.ms=often | commit.interval.ms",
        "run --embedded --model M --config acks=some | acks",
        "run --embedded --model M --config auto.offset.reset=maybe | auto.offset.reset",
        "run --embedded --model M --config nonsense | --config to be KEY=VALUE, but found nonsense.",
        "run --embedded --model M --command-config no-such-file | (no such file or folder)",
        "run --embedded --model M --from earlyest | --from to be earliest or latest",
        "run --embedded --model M --output-topic utterances | must all differ",
        "config --model M | a broker, but neither a flag nor bootstrap.servers",
        "config --bootstrap-server a:1 | a model bundle, but neither a flag nor garam.model",
        "config --bootstrap-server a:1 --model M --config acks=some | acks",
        "dead-letters | a broker, but neither a flag nor bootstrap.servers",
        "dead-letters --bootstrap-server a:1 --reason no-txt | --reason to be one of",
        "dead-letters --bootstrap-server a:1 --json --replay | --json without --replay",
        "dead-letters --bootstrap-server a:1 --to t | --to together with --replay",
        "dead-letters --bootstrap-server a:1 --replay --to utterances-dead-letters | name another",
        "dead-letters --bootstrap-server a:1 --config garam.close.timeout.ms=x | garam.close.timeout.ms",
        "skip --partition 0 --offset 1 | a broker, but neither a flag nor bootstrap.servers",
        "skip --bootstrap-server a:1 --partition -1 --offset 1 | --partition to be a whole number",
        "skip --bootstrap-server a:1 --partition 0 --offset -1 | --offset to be an offset, 0 or more",
        "skip --bootstrap-server a:1 --partition 0 --offset 1 --config garam.mdel=x | garam.model?",
        "reset --bootstrap-server a:1 | --dry-run, to see what would be removed, or --force",
        "reset --bootstrap-server a:1 --dry-run --force | but found both",
        "doctor --model M | names one; add --bootstrap-server localhost:9092.",
        "reset --dry-run | a broker, but neither a flag nor bootstrap.servers",
        "replay --topic t --model M | a broker, but neither a flag nor bootstrap.servers",
        "replay --bootstrap-server a:1 --topic t --model M --from yesterday | a time such as",
        "replay --bootstrap-server a:1 --topic t --model M --to 0:x | a time such as",
        "replay --bootstrap-server a:1 --topic t --model M --from 2126-01-01 | in the past",
        "replay --bootstrap-server a:1 --topic t --model M --from 1h --to 2h | to be before --to",
        "replay --bootstrap-server a:1 --topic t --model M --gold label | pointer such as /text for --gold",
        "replay --bootstrap-server a:1 --topic t --model M --resume --join | leave one out",
        "replay --bootstrap-server a:1 --topic t --model M --output-topic t | an output topic other",
        "replay --bootstrap-server a:1 --topic t --model M --id a/b | an id of at most 180",
        "replay --bootstrap-server a:1 --topic t --model no-such-model --config acks=some | acks",
        "tag --model M --json --tsv x | --json or --tsv",
        "tag --model no-such-model --text-pointer text x | pointer such as /text for --text-pointer",
        "evaluate --model M --corpus no-such-file --columns text | columns as text=COLUMN",
        "train --corpus no-such-file --out O --columns text=a,text=b | columns as text=COLUMN",
        "train --corpus no-such-file --out O --columns lable=a | columns as text=COLUMN",
        "train --corpus - --valid - --out O | one corpus on the standard input",
        "train --corpus no-such-file --out O --resume --force | leave one out",
        "train --corpus no-such-file --out O --folds 1 | --folds to be a whole number",
        "train --corpus C --out O --views characters --ngrams 2..4 | only where words are read",
        "train --corpus C --out O --views words --character-buckets 9 | only where characters are",
        "train --corpus C --out O --context no --dialogue-cell lstm | only where dialogues are",
        "demo --rate 0 | --rate to be a whole number"
      })
  void whatTheCommandLineAloneShowsIsWrongUsage(String arguments, String said) throws Exception {
    CommandRun run = run(arguments);

    assertThat(run.err()).contains(said);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).last().asString().matches("For help: garam.* --help");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run --embedded --model no-such-model | no-such-model",
        "run --bootstrap-server 127.0.0.1:1 --model no-such-model | no-such-model",
        "demo --model no-such-model | no-such-model",
        "replay --bootstrap-server 127.0.0.1:1 --topic t --model M --against no-such-model | no-such",
        "tag --model no-such-model x | no-such-model",
        "evaluate --model M --corpus no-such-file | no-such-file",
        "train --corpus no-such-file --out O | no-such-file",
        "dead-letters --bootstrap-server 127.0.0.1:1 --config garam.connect.timeout.ms=500 | nothing answered"
      })
  void whatFailsHasExitCodeOne(String arguments, String said) throws Exception {
    CommandRun run = run(arguments);

    assertThat(run.err()).contains(said).doesNotContain("Starting an embedded", "For help");
    assertThat(run.exitCode()).as(run.err()).isOne();
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aSettingsFileThatIsNoneIsWrongUsage() throws Exception {
    Path file = folder.resolve("garam.properties");
    Files.write(file, new byte[] {'a', '=', (byte) 0xB3, (byte) 0xD7});

    CommandRun run = run("dead-letters --bootstrap-server a:1 --command-config " + file);

    assertThat(run.err()).startsWith("Expected UTF-8 in the properties file " + file);
    assertThat(run.exitCode()).isEqualTo(2);
  }

  private CommandRun run(String arguments) throws Exception {
    Path corpus = folder.resolve("corpus.tsv");
    Files.writeString(corpus, "text\tlabel\na\tb\nc\td\ne\tb\nf\td\n");
    return CommandRun.of(
        arguments
            .replaceAll("\\bM\\b", MODEL)
            .replaceAll("\\bC\\b", corpus.toString())
            .replaceAll("\\bO\\b", folder.resolve("out").toString())
            .split(" "));
  }
}
