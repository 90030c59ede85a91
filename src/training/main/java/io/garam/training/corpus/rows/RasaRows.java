package io.garam.training.corpus.rows;

import io.garam.evaluation.GoldLabel;
import io.garam.nlu.text.NormalForm;
import io.garam.training.corpus.ColumnMapping;
import java.io.BufferedReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads the examples of each intent in Rasa's training data, YAML with a list {@code nlu}. Marks of
 * entities, such as {@code [Seoul](city)}, leave their text; all but intents is passed over. YAML
 * is read event by event and nothing of it is made but text; aliases are refused, since a few lines
 * of them can stand for gigabytes.
 */
final class RasaRows extends RowReader {

  private static final int MOST_CHARACTERS = 256 << 20;
  private static final Pattern FIRST_KEY =
      Pattern.compile("(?ms)\\A[^:]{0,2000}^(version|nlu)\\s*:.*");
  private static final Pattern ENTITY =
      Pattern.compile("\\[([^\\]]+)\\](?:\\([^)]*\\)|\\{[^}]*\\}|\\[\\{[^\\]]*\\])");

  RasaRows(String corpus, ColumnMapping columns) {
    super(corpus, columns);
  }

  private record Example(long line, String text) {}

  static boolean isIn(String head) {
    return FIRST_KEY.matcher(head).matches();
  }

  @Override
  public void read(BufferedReader content, CollectedRows rows) {
    requireNoColumns("Rasa's training data");
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(MOST_CHARACTERS).build();
    try {
      YamlEvents events = new YamlEvents(new Parse(settings).parseReader(content).iterator(), this);
      boolean found = false;
      while (events.hasNext()) {
        if (events.next() instanceof MappingStartEvent) {
          found |= document(events, rows);
        }
      }
      if (!found) {
        throw error(
            1,
            "Rasa's training data with a list nlu",
            "YAML without one",
            "name the file that has the examples, often data/nlu.yml");
      }
    } catch (MarkedYamlEngineException e) {
      throw error(
          e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1),
          "YAML",
          "something else (" + e.getProblem() + ")",
          "mend the YAML");
    } catch (YamlEngineException e) {
      throw error(1, "YAML", "something else (" + e.getMessage() + ")", "mend or split the file");
    }
  }

  /** Says whether a document has examples. */
  private boolean document(YamlEvents events, CollectedRows rows) {
    boolean found = false;
    Event key = events.next();
    while (!(key instanceof CollectionEndEvent)) {
      Event value = events.next();
      if (events.text(key).equals("nlu") && value instanceof SequenceStartEvent) {
        found = true;
        Event entry = events.next();
        while (!(entry instanceof CollectionEndEvent)) {
          if (!(entry instanceof MappingStartEvent)) {
            throw error(
                YamlEvents.line(entry),
                "an entry such as - intent: greet",
                "something else",
                "mend it");
          }
          intent(events, rows);
          entry = events.next();
        }
      } else {
        events.skip(value);
      }
      key = events.next();
    }
    return found;
  }

  private void intent(YamlEvents events, CollectedRows rows) {
    String intent = null;
    List<Example> examples = new ArrayList<>();
    Event key = events.next();
    while (!(key instanceof CollectionEndEvent)) {
      Event value = events.next();
      if (events.text(key).equals("intent")) {
        intent = events.text(value);
      } else if (events.text(key).equals("examples")) {
        examples(value, events, examples);
      } else {
        events.skip(value);
      }
      key = events.next();
    }
    if (intent != null) {
      for (Example example : examples) {
        String text = ENTITY.matcher(example.text()).replaceAll("$1");
        add(rows, example.line(), text, GoldLabel.of(intent), null, null);
      }
    }
  }

  private void examples(Event value, YamlEvents events, List<Example> examples) {
    if (value instanceof ScalarEvent scalar) {
      listed(scalar, examples);
      return;
    }
    if (!(value instanceof SequenceStartEvent)) {
      throw error(YamlEvents.line(value), "a list of examples", "something else", "mend the entry");
    }
    Event one = events.next();
    while (!(one instanceof CollectionEndEvent)) {
      if (one instanceof MappingStartEvent) {
        described(events, examples);
      } else {
        examples.add(new Example(YamlEvents.line(one), events.text(one).strip()));
      }
      one = events.next();
    }
  }

  /** One text with an example in each line, behind a hyphen. */
  private void listed(ScalarEvent scalar, List<Example> examples) {
    boolean below = scalar.getScalarStyle() == ScalarStyle.LITERAL;
    long line = YamlEvents.line(scalar) + (below ? 1 : 0);
    for (String example : scalar.getValue().split("\n", -1)) {
      if (!NormalForm.isBlank(example)) {
        if (!example.strip().startsWith("-")) {
          throw error(
              line, "an example behind a hyphen", "a line without", "begin it with a hyphen");
        }
        examples.add(new Example(line, example.strip().substring(1).strip()));
      }
      line++;
    }
  }

  /** An example with metadata. */
  private void described(YamlEvents events, List<Example> examples) {
    Event key = events.next();
    while (!(key instanceof CollectionEndEvent)) {
      Event value = events.next();
      if (events.text(key).equals("text")) {
        examples.add(new Example(YamlEvents.line(value), events.text(value).strip()));
      } else {
        events.skip(value);
      }
      key = events.next();
    }
  }
}
