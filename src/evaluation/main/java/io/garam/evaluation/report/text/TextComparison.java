package io.garam.evaluation.report.text;

import io.garam.evaluation.NumberFormats;
import io.garam.evaluation.comparison.Comparison;
import io.garam.evaluation.comparison.LabelChange;
import io.garam.evaluation.comparison.McNemar;
import io.garam.evaluation.metrics.Evaluation;
import io.garam.evaluation.report.ComparedFigure;
import io.garam.evaluation.report.ComparedModels;
import io.garam.nlu.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A comparison as people read it in a terminal. */
final class TextComparison {

  private static final int MOST_CHANGES = 20;
  private static final int LONGEST_EXAMPLE = 40;
  private static final Pattern LINE = Pattern.compile("(.{1,80})(?:\\s+|$)");

  private final ComparedModels models;
  private final Comparison comparison;
  private final List<ComparedFigure> figures;
  private final boolean scored;

  TextComparison(ComparedModels models, @Nullable Evaluation second) {
    this.models = models;
    this.comparison = models.comparison();
    this.figures = ComparedFigure.of(models, second);
    this.scored = comparison.scored() > 0;
  }

  String text() {
    String verdict = LINE.matcher(models.verdict()).replaceAll("$1\n");
    return "Compared with "
        + models.first()
        + "\n"
        + verdict
        + (scored ? "\n" + figures() + "\n" + fourFields() : "")
        + (comparison.changes().isEmpty() ? "" : "\n" + changes());
  }

  private String figures() {
    return TerminalTable.of(
        List.of("figure", models.first(), models.second()),
        1,
        figures.stream()
            .map(
                figure ->
                    List.of(
                        figure.name(),
                        NumberFormats.fraction(figure.first()),
                        NumberFormats.fraction(figure.second())))
            .toList());
  }

  private String fourFields() {
    McNemar discordant = comparison.discordant();
    return TerminalTable.of(
            List.of("right", "utterances"),
            1,
            List.of(
                List.of("both", NumberFormats.count(comparison.bothRight())),
                List.of("only " + models.first(), NumberFormats.count(discordant.onlyFirst())),
                List.of("only " + models.second(), NumberFormats.count(discordant.onlySecond())),
                List.of("neither", NumberFormats.count(comparison.bothWrong()))))
        + String.format(
            Locale.ROOT, "p of McNemar's test: %s%n", NumberFormats.probability(discordant.p()));
  }

  private String changes() {
    List<String> header = new ArrayList<>(List.of(models.first(), models.second(), "for example"));
    header.add("utterances");
    if (scored) {
      header.addAll(List.of("better", "worse"));
    }
    return TerminalTable.of(
        header, 3, comparison.changes().stream().limit(MOST_CHANGES).map(this::row).toList());
  }

  private List<String> row(LabelChange change) {
    List<String> row = new ArrayList<>(List.of(change.from(), change.to()));
    row.add(Printable.shortened(change.examples().get(0).text(), LONGEST_EXAMPLE));
    row.add(NumberFormats.count(change.count()));
    if (scored) {
      row.add(NumberFormats.count(change.improvements()));
      row.add(NumberFormats.count(change.regressions()));
    }
    return row;
  }
}
