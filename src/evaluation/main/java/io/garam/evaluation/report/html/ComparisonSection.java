package io.garam.evaluation.report.html;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.p;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import io.garam.evaluation.NumberFormats;
import io.garam.evaluation.comparison.Comparison;
import io.garam.evaluation.comparison.McNemar;
import io.garam.evaluation.metrics.Evaluation;
import io.garam.evaluation.report.ComparedFigure;
import io.garam.evaluation.report.ComparedModels;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of two models is better and how sure that is, above the labels that change. */
final class ComparisonSection {

  private final ComparedModels models;
  private final Comparison comparison;

  private ComparisonSection(ComparedModels models) {
    this.models = models;
    this.comparison = models.comparison();
  }

  static Section of(ComparedModels models, @Nullable Evaluation second) {
    ComparisonSection section = new ComparisonSection(models);
    List<DomContent> content = new ArrayList<>();
    content.add(p(models.verdict()).withClass("verdict"));
    if (section.comparison.scored() > 0) {
      content.add(
          div(section.figures(ComparedFigure.of(models, second)), section.fourFields())
              .withClass("beside"));
    }
    if (!section.comparison.changes().isEmpty()) {
      content.add(new LabelChangesTable(models).html());
    }
    return new Section(
        "Compared with " + models.first(),
        "Both on the same "
            + NumberFormats.count(section.comparison.count())
            + " utterances; they give the same label to "
            + NumberFormats.percent(section.comparison.agreement())
            + " of them.",
        content);
  }

  private DomContent figures(List<ComparedFigure> figures) {
    return table(
            thead(tr(th("figure"), th(models.first()), th(models.second()), th("difference"))),
            tbody(
                each(
                    figures,
                    figure ->
                        tr(
                            th(figure.name()).attr("scope", "row"),
                            td(NumberFormats.percent(figure.first())),
                            td(NumberFormats.percent(figure.second())),
                            td(NumberFormats.points(figure.second() - figure.first()))))))
        .withClass("numbers");
  }

  private DomContent fourFields() {
    McNemar discordant = comparison.discordant();
    return table(
            thead(tr(th("right"), th("utterances"), th("share"))),
            tbody(
                field("both", comparison.bothRight()),
                field("only " + models.first(), discordant.onlyFirst()),
                field("only " + models.second(), discordant.onlySecond()),
                field("neither", comparison.bothWrong()),
                tr(
                    th("p of McNemar's test").attr("scope", "row"),
                    td(NumberFormats.probability(discordant.p())).attr("colspan", "2"))))
        .withClass("numbers");
  }

  private DomContent field(String who, int count) {
    return tr(
        th(who).attr("scope", "row"),
        td(NumberFormats.count(count)),
        td(NumberFormats.percent((double) count / comparison.scored())));
  }
}
