package io.garam.training.corpus.rows;

import io.garam.evaluation.GoldLabel;
import io.garam.training.corpus.ColumnMapping;
import java.io.BufferedReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads the examples of each intent in Rasa's training data, YAML with a list {@code nlu}. All but
 * intents is passed over. YAML is read event by event and nothing of it is made but text.
 */
final class RasaRows extends RowReader {

  private static final int MOST_CHARACTERS = 256 << 20;
  private static final Pattern FIRST_KEY =
      Pattern.compile("(?ms)\\A[^:]{0,2000}^(version|nlu)\\s*:.*");

  RasaRows(String corpus, ColumnMapping columns) {
    super(corpus, columns);
  }

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
    List<RasaExample> examples = new ArrayList<>();
    Event key = events.next();
    while (!(key instanceof CollectionEndEvent)) {
      Event value = events.next();
      if (events.text(key).equals("intent")) {
        intent = events.text(value);
      } else if (events.text(key).equals("examples")) {
        examples.addAll(new RasaExamples(events, this).of(value));
      } else {
        events.skip(value);
      }
      key = events.next();
    }
    if (intent != null) {
      for (RasaExample example : examples) {
        add(rows, example.line(), example.text(), GoldLabel.of(intent), null, null);
      }
    }
  }
}
