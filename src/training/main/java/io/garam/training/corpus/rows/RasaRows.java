package io.garam.training.corpus.rows;

import io.garam.evaluation.GoldLabel;
import io.garam.nlu.text.NormalForm;
import io.garam.training.corpus.ColumnMapping;
import java.io.BufferedReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
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
      Iterator<Event> events = new Parse(settings).parseReader(content).iterator();
      boolean found = false;
      while (events.hasNext()) {
        if (next(events) instanceof MappingStartEvent) {
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
  private boolean document(Iterator<Event> events, CollectedRows rows) {
    boolean found = false;
    Event key = next(events);
    while (!(key instanceof CollectionEndEvent)) {
      Event value = next(events);
      if (text(key).equals("nlu") && value instanceof SequenceStartEvent) {
        found = true;
        Event entry = next(events);
        while (!(entry instanceof CollectionEndEvent)) {
          if (!(entry instanceof MappingStartEvent)) {
            throw error(
                line(entry), "an entry such as - intent: greet", "something else", "mend it");
          }
          intent(events, rows);
          entry = next(events);
        }
      } else {
        skip(value, events);
      }
      key = next(events);
    }
    return found;
  }

  private void intent(Iterator<Event> events, CollectedRows rows) {
    String intent = null;
    List<Example> examples = new ArrayList<>();
    Event key = next(events);
    while (!(key instanceof CollectionEndEvent)) {
      Event value = next(events);
      if (text(key).equals("intent")) {
        intent = text(value);
      } else if (text(key).equals("examples")) {
        examples(value, events, examples);
      } else {
        skip(value, events);
      }
      key = next(events);
    }
    if (intent != null) {
      for (Example example : examples) {
        String text = ENTITY.matcher(example.text()).replaceAll("$1");
        add(rows, example.line(), text, GoldLabel.of(intent), null, null);
      }
    }
  }

  private void examples(Event value, Iterator<Event> events, List<Example> examples) {
    if (value instanceof ScalarEvent scalar) {
      listed(scalar, examples);
      return;
    }
    if (!(value instanceof SequenceStartEvent)) {
      throw error(line(value), "a list of examples", "something else", "mend the entry");
    }
    Event one = next(events);
    while (!(one instanceof CollectionEndEvent)) {
      if (one instanceof MappingStartEvent) {
        described(events, examples);
      } else {
        examples.add(new Example(line(one), text(one).strip()));
      }
      one = next(events);
    }
  }

  /** One text with an example in each line, behind a hyphen. */
  private void listed(ScalarEvent scalar, List<Example> examples) {
    boolean below = scalar.getScalarStyle() == ScalarStyle.LITERAL;
    long line = line(scalar) + (below ? 1 : 0);
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
  private void described(Iterator<Event> events, List<Example> examples) {
    Event key = next(events);
    while (!(key instanceof CollectionEndEvent)) {
      Event value = next(events);
      if (text(key).equals("text")) {
        examples.add(new Example(line(value), text(value).strip()));
      } else {
        skip(value, events);
      }
      key = next(events);
    }
  }

  private void skip(Event value, Iterator<Event> events) {
    Event event = value;
    long depth = 0;
    while (true) {
      depth +=
          event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
      if (depth == 0) {
        return;
      }
      event = next(events);
    }
  }

  private Event next(Iterator<Event> events) {
    Event event = events.next();
    if (event instanceof AliasEvent) {
      throw error(line(event), "YAML without aliases", "one", "write in full what it stands for");
    }
    return event;
  }

  private String text(Event event) {
    if (event instanceof ScalarEvent scalar) {
      return scalar.getValue();
    }
    throw error(line(event), "a text", "a list or a mapping", "mend the entry");
  }

  private static long line(Event event) {
    return event.getStartMark().map(Mark::getLine).orElse(0) + 1L;
  }
}
