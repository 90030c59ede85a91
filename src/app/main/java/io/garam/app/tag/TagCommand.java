package io.garam.app.tag;

import io.garam.app.options.DialogueOption;
import io.garam.app.options.ModelFolder;
import io.garam.app.options.ThresholdOptions;
import io.garam.app.options.TrustedKeysOption;
import io.garam.nlu.Thresholds;
import io.garam.nlu.inference.IntentClassifier;
import io.garam.streams.event.EventReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Command {@code tag}: tags texts on the spot, without Kafka. */
@Command(
    name = "tag",
    mixinStandardHelpOptions = true,
    description = {
      "Finds the intent of texts, given as arguments or, without any, one a line on standard input.",
      "",
      "Standard input may also be JSON Lines: if its first line starts with {, each line is an event"
          + " whose text is taken, and the event comes back with its intent, as on the output topic.",
      "",
      "Each line has one row of output, in order: also a blank one, and one that failed, which"
          + " standard error names and which makes the exit code 1.",
      "",
      "A model that follows dialogues judges events by what was said before in the same dialogue;"
          + " texts stand alone unless --dialogue makes one dialogue of them. Of many dialogues, the"
          + " 10,000 last heard of are remembered."
    },
    footer = {
      "",
      "Examples:",
      "  garam tag --model models/korean-intention '내일 일정 알려줘'",
      "  garam tag --model models/korean-intention --json < texts.txt > out.jsonl",
      "  garam tag --model models/korean-dialogue-act --dialogue \\",
      "      'user: 방 하나 예약해 주세요' 'system: 네.' 'system: 두 명이요?' 'user: 네.'"
    })
public final class TagCommand implements Callable<Integer> {

  @Option(names = "--model", required = true, paramLabel = "DIR", description = "Model bundle.")
  private Path model;

  @Mixin private ThresholdOptions thresholds = new ThresholdOptions();

  @Mixin private TrustedKeysOption trustedKeys = new TrustedKeysOption();

  @Mixin private DialogueOption dialogue = new DialogueOption();

  @Mixin private RowOptions format = new RowOptions();

  @Mixin private EventOptions events = new EventOptions();

  @Parameters(arity = "0..*", paramLabel = "TEXT", description = "Texts to tag.")
  private List<String> texts = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    format.check();
    EventReader reader = events.reader();
    Thresholds given = thresholds.given();
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try (IntentClassifier classifier =
        IntentClassifier.load(ModelFolder.of(model), given, trustedKeys.paths())) {
      dialogue.check(classifier);
      LineReader arguments = new TextLines(classifier, dialogue);
      LineReader input = new InputLines(arguments, new EventLines(classifier, reader));
      Rows rows = format.rows(classifier.labels());
      LineTagger tagger = new LineTagger(classifier, arguments, input, rows, out, err);
      if (texts.isEmpty()) {
        InputBatches.read(System.in, tagger::tagLines);
      } else {
        tagger.tagTexts(texts);
      }
      return tagger.failed() ? 1 : 0;
    }
  }
}
