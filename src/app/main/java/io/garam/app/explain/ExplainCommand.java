package io.garam.app.explain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.garam.app.options.DialogueOption;
import io.garam.app.options.ModelFolder;
import io.garam.app.options.ResultOptions;
import io.garam.app.options.ThresholdOptions;
import io.garam.app.options.TrustedKeysOption;
import io.garam.app.output.ReportFile;
import io.garam.app.usage.UsageException;
import io.garam.evaluation.explanation.ExplanationPicture;
import io.garam.evaluation.explanation.ShownGates;
import io.garam.evaluation.explanation.TextExplanation;
import io.garam.evaluation.explanation.page.ExplanationPage;
import io.garam.nlu.GaramException;
import io.garam.nlu.Thresholds;
import io.garam.nlu.Utterance;
import io.garam.nlu.explanation.Explanation;
import io.garam.nlu.inference.IntentClassifier;
import io.garam.nlu.io.Json;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Command {@code explain}: says why an utterance is given its label. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Says why a text is taken for what it is: which of its parts raise the label and which lower"
          + " it. With --gates also what the gates of the recurrent layers do.",
      "",
      "Each token is left out in turn, and the model answers for the rest. Of a dialogue the last"
          + " utterance is explained, and each one before it is left out too. docs/gates.md explains"
          + " the gates.",
      "",
      "With --topic, --partition and --offset, an event of a topic is tagged again, in its dialogue"
          + " where the model follows dialogues, and its label is compared with the one that it was"
          + " given.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  garam explain --model models/korean-intention '내일 비 오면 우산 챙겨 줘'",
      "  garam explain --model models/korean-intention --html why.html '그게 말이 돼?'",
      "  garam explain --model models/korean-intention --gates --picture why.svg '그건 좀'",
      "  garam explain --model models/korean-dialogue-act --dialogue \\",
      "      'user: 방 하나 예약해 주세요' 'system: 두 명이요?' 'user: 네.'",
      "  garam explain --model my-model --bootstrap-server localhost:9092 \\",
      "      --topic intents --partition 3 --offset 1234"
    })
public final class ExplainCommand implements Callable<Integer> {

  @Option(names = "--model", required = true, paramLabel = "DIR", description = "Model bundle.")
  private Path model;

  @Mixin private DialogueOption dialogue = new DialogueOption();

  @Mixin private ThresholdOptions thresholds = new ThresholdOptions();

  @Mixin private TrustedKeysOption trustedKeys = new TrustedKeysOption();

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write a page for a browser too, with a picture.")
  private @Nullable Path html;

  @Option(
      names = "--picture",
      paramLabel = "FILE",
      description = "Write the picture alone too, as SVG.")
  private @Nullable Path picture;

  @Mixin private GateOption gates = new GateOption();

  @Mixin private ResultOptions result = new ResultOptions();

  @Mixin private EventOptions event = new EventOptions();

  @Parameters(arity = "0..*", paramLabel = "TEXT", description = "Text to explain.")
  private List<String> texts = List.of();

  @Spec private CommandSpec spec;

  /**
   * Prints the explanation to the standard output.
   *
   * @throws GaramException if the model cannot be used, a text is blank, or the event is not there
   */
  @Override
  public Integer call() {
    check();
    Thresholds given = thresholds.given();
    try (IntentClassifier classifier =
        IntentClassifier.load(ModelFolder.of(model), given, trustedKeys.paths())) {
      if (event.areGiven()) {
        HistoricEvent historic = HistoricEvent.read(event.position(), event.config(), classifier);
        Explanation explanation = classifier.explain(historic.dialogue());
        print(explanation, ThenAndNow.of(historic, explanation.intent()));
      } else {
        print(classifier.explain(utterances(classifier)), null);
      }
    }
    return 0;
  }

  private void check() {
    if (event.areGiven() ? !texts.isEmpty() : texts.isEmpty()) {
      throw new UsageException(
          event.areGiven()
              ? "Expected texts or an event of a topic, but found both; leave one out."
              : "Expected a text to explain, but found none; add it in quotes, or name an event by"
                  + " --topic, --partition and --offset.");
    }
    if (texts.size() > 1 && !dialogue.isGiven()) {
      throw new UsageException(
          "Expected one text, but found "
              + texts.size()
              + "; put it in quotes, or add --dialogue if they are one dialogue.");
    }
    if (event.areGiven()) {
      event.position();
    }
    gates.shown();
    if (html != null && html.equals(picture)) {
      throw new UsageException(
          "Expected two files for --html and --picture, but found one; name another.");
    }
    if (html != null) {
      ReportFile.check("--html", html);
    }
    if (picture != null) {
      ReportFile.check("--picture", picture);
    }
  }

  private List<Utterance> utterances(IntentClassifier classifier) {
    dialogue.check(classifier);
    List<Utterance> utterances =
        texts.stream().map(text -> dialogue.utterance(classifier, text)).toList();
    if (utterances.stream().anyMatch(said -> classifier.isBlank(said.text()))) {
      throw new GaramException(
          "Expected a text to explain, but found a blank one; a blank text has no label.");
    }
    return utterances;
  }

  private void print(Explanation explanation, @Nullable ThenAndNow comparison) {
    PrintWriter err = spec.commandLine().getErr();
    ShownGates shown = gates.shown();
    if (html != null) {
      ReportFile.write(ExplanationPage.of(explanation, shown), html, err);
    }
    if (picture != null) {
      ReportFile.write("picture", ExplanationPicture.file(explanation, shown), picture, err);
    }
    ObjectNode json = Json.MAPPER.valueToTree(explanation);
    if (comparison != null) {
      json.set("event", Json.MAPPER.valueToTree(comparison));
    }
    result.print(
        spec,
        json,
        (comparison == null ? "" : comparison.line() + "\n")
            + TextExplanation.of(explanation, shown));
  }
}
