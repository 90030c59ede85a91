package io.garam.training.corpus.rows;

import io.garam.nlu.text.NormalForm;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

/**
 * Reads the examples of one intent in Rasa's training data: one text with an example in each line,
 * or a list of texts, some with metadata.
 *
 * @param events of the file, of which those of the examples are taken
 * @param reader whose errors name the line
 */
record RasaExamples(YamlEvents events, RowReader reader) {

  List<RasaExample> of(Event value) {
    if (value instanceof ScalarEvent scalar) {
      return listed(scalar);
    }
    if (!(value instanceof SequenceStartEvent)) {
      throw reader.error(
          YamlEvents.line(value), "a list of examples", "something else", "mend the entry");
    }
    List<RasaExample> examples = new ArrayList<>();
    Event one = events.next();
    while (!(one instanceof CollectionEndEvent)) {
      if (one instanceof MappingStartEvent) {
        examples.addAll(described());
      } else {
        examples.add(example(one));
      }
      one = events.next();
    }
    return examples;
  }

  /** One text with an example in each line, behind a hyphen. */
  private List<RasaExample> listed(ScalarEvent scalar) {
    List<RasaExample> examples = new ArrayList<>();
    boolean below = scalar.getScalarStyle() == ScalarStyle.LITERAL;
    long line = YamlEvents.line(scalar) + (below ? 1 : 0);
    for (String example : scalar.getValue().split("\n", -1)) {
      if (!NormalForm.isBlank(example)) {
        if (!example.strip().startsWith("-")) {
          throw reader.error(
              line, "an example behind a hyphen", "a line without", "begin it with a hyphen");
        }
        examples.add(RasaExample.of(line, example.strip().substring(1)));
      }
      line++;
    }
    return examples;
  }

  /** An example with metadata. */
  private List<RasaExample> described() {
    List<RasaExample> examples = new ArrayList<>();
    Event key = events.next();
    while (!(key instanceof CollectionEndEvent)) {
      Event value = events.next();
      if (events.text(key).equals("text")) {
        examples.add(example(value));
      } else {
        events.skip(value);
      }
      key = events.next();
    }
    return examples;
  }

  private RasaExample example(Event text) {
    return RasaExample.of(YamlEvents.line(text), events.text(text));
  }
}
