package io.garam.app.tag;

import com.fasterxml.jackson.core.JsonPointer;
import io.garam.app.options.ModelFolder;
import io.garam.app.options.Pointers;
import io.garam.app.usage.UsageException;
import io.garam.nlu.GaramException;
import io.garam.nlu.inference.IntentClassifier;
import io.garam.nlu.io.FileFault;
import io.garam.nlu.text.Utf8Lines;
import io.garam.nlu.text.Utf8Lines.Line;
import io.garam.streams.event.EventField;
import io.garam.streams.event.EventReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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

  /** Lines that are classified together when they are there to be read. */
  private static final int BATCH = 1024;

  /** Bytes, as many as a record may have by Kafka's default. */
  private static final int LONGEST_LINE = 1 << 20;

  private static final JsonPointer END = JsonPointer.compile("/end");

  @Option(names = "--model", required = true, paramLabel = "DIR", description = "Model bundle.")
  private Path model;

  @Option(
      names = "--dialogue",
      description = {
        "The texts are one dialogue, in order. A text may begin with its speaker and a colon, as far"
            + " as the model tells speakers apart."
      })
  private boolean dialogue;

  @Option(
      names = "--json",
      description =
          "Print one JSON object a line instead of a table; one without a tag has the line's number,"
              + " \"intent\":null and, if it failed, \"error\".")
  private boolean json;

  @Option(
      names = "--tsv",
      description =
          "Print label, confidence, text and error between tabs, without a header; an untagged line"
              + " has no label. In a field, \\t \\n \\r \\\\ stand for tab, line breaks and backslash.")
  private boolean tsv;

  @Option(
      names = "--text-pointer",
      paramLabel = "POINTER",
      defaultValue = "/text",
      description = "JSON pointer to the text of an event (default: ${DEFAULT-VALUE}).")
  private String textPointer;

  @Option(
      names = "--dialogue-pointer",
      paramLabel = "POINTER",
      defaultValue = "/dialogueId",
      description = "JSON pointer to the id of an event's dialogue (default: ${DEFAULT-VALUE}).")
  private String dialoguePointer;

  @Option(
      names = "--speaker-pointer",
      paramLabel = "POINTER",
      defaultValue = "/speaker",
      description = "JSON pointer to the speaker of an event (default: ${DEFAULT-VALUE}).")
  private String speakerPointer;

  @Parameters(arity = "0..*", paramLabel = "TEXT", description = "Texts to tag.")
  private List<String> texts = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (json && tsv) {
      throw new UsageException("Expected --json or --tsv, but found both; leave one out.");
    }
    EventReader events = events();
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try (IntentClassifier classifier = IntentClassifier.load(ModelFolder.of(model))) {
      requireMemory(classifier);
      LineTagger tagger = new LineTagger(classifier, events, dialogue, rows(classifier), out, err);
      if (texts.isEmpty()) {
        tagStandardInput(tagger);
      } else {
        tagger.tagTexts(texts);
      }
      return tagger.failed() ? 1 : 0;
    }
  }

  private Rows rows(IntentClassifier classifier) {
    return json ? new JsonRows() : tsv ? new TsvRows() : new TableRows(classifier.labels());
  }

  private void requireMemory(IntentClassifier classifier) {
    if (dialogue && !classifier.followsDialogues()) {
      throw new GaramException(
          "Expected a model that follows dialogues for --dialogue, but "
              + classifier.model()
              + " judges every utterance alone; leave --dialogue out, or name another model.");
    }
  }

  private EventReader events() {
    return new EventReader(
        Map.of(
            EventField.TEXT, Pointers.of("text-pointer", textPointer),
            EventField.DIALOGUE, Pointers.of("dialogue-pointer", dialoguePointer),
            EventField.SPEAKER, Pointers.of("speaker-pointer", speakerPointer),
            EventField.END, END),
        Integer.MAX_VALUE);
  }

  /** Tags what has arrived as soon as nothing more is waiting, so that a pipe may stay open. */
  private static void tagStandardInput(LineTagger tagger) {
    try (Utf8Lines in = new Utf8Lines(System.in, LONGEST_LINE)) {
      List<Line> waiting = new ArrayList<>();
      int characters = 0;
      for (Line line = in.next(); line != null; line = in.next()) {
        waiting.add(line);
        characters += line.text().length();
        if (waiting.size() == BATCH || characters > LONGEST_LINE || !in.isReady()) {
          tagger.tagLines(waiting);
          waiting.clear();
          characters = 0;
        }
      }
      tagger.tagLines(waiting);
    } catch (IOException e) {
      throw new GaramException(
          "Expected texts on standard input, but reading it failed (" + FileFault.of(e) + ").", e);
    }
  }
}
