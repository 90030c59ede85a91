package io.garam.evaluation.explanation;

import static j2html.TagCreator.bdi;
import static j2html.TagCreator.text;

import io.garam.evaluation.NumberFormats;
import io.garam.nlu.Intent;
import io.garam.nlu.explanation.Effect;
import io.garam.nlu.explanation.Explanation;
import io.garam.nlu.explanation.LabelScore;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Strongest parts in a line of a report: what raises the label most, of the utterance and of what
 * was said before it.
 */
final class StrongestParts {

  private static final int MOST = 3;

  /** How much of an utterance is quoted; the drawing has all of it. */
  private static final int LONGEST = 60;

  /**
   * A part that may raise the label.
   *
   * @param before what stands before its quotation
   */
  private record Part(String before, Effect effect) {

    double change() {
      return Objects.requireNonNull(effect.onLabel());
    }
  }

  private StrongestParts() {}

  /** Returns the content of the line. */
  static List<DomContent> of(Explanation explanation) {
    LabelScore label = explanation.label();
    List<DomContent> line = new ArrayList<>();
    if (explanation.intent().label().equals(Intent.UNKNOWN)) {
      line.add(
          text(
              label.label()
                  + " ("
                  + NumberFormats.confidence(label.confidence(), 3)
                  + ") is below the threshold; "));
    }
    List<Part> strongest =
        raising(explanation)
            .sorted(Comparator.comparingDouble(part -> -part.change()))
            .limit(MOST)
            .toList();
    if (strongest.isEmpty()) {
      line.add(text("no single part raises " + label.label()));
    }
    String separator = "";
    for (Part part : strongest) {
      line.add(text(separator + part.before()));
      line.add(bdi("\"" + PartNames.of(part.effect(), LONGEST) + "\""));
      line.add(text(" " + EffectTable.signed(part.change(), 1) + without(explanation, part)));
      separator = ", ";
    }
    return line;
  }

  private static Stream<Part> raising(Explanation explanation) {
    return Stream.concat(
            explanation.earlier().stream().map(effect -> new Part("after ", effect)),
            ShownGates.NONE.withCharacters(explanation)
                ? explanation.characters().stream().map(effect -> new Part("character ", effect))
                : explanation.tokens().stream().map(effect -> new Part("", effect)))
        .filter(part -> part.effect().onLabel() != null && part.change() >= EffectTable.LEAST);
  }

  private static String without(Explanation explanation, Part part) {
    String without = part.effect().labelWithout();
    return without == null || without.equals(explanation.intent().label())
        ? ""
        : " (without it " + without + ")";
  }
}
