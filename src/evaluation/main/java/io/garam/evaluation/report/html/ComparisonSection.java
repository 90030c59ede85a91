package io.garam.evaluation.report.html;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import io.garam.evaluation.NumberFormats;
import io.garam.evaluation.comparison.Comparison;
import io.garam.evaluation.comparison.Comparison.Change;
import io.garam.evaluation.comparison.Comparison.Example;
import io.garam.evaluation.comparison.McNemar;
import io.garam.evaluation.metrics.Evaluation;
import io.garam.evaluation.report.ComparedFigure;
import io.garam.evaluation.report.ComparedModels;
import j2html.tags.DomContent;
import j2html.tags.specialized.TrTag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of two models is better and how sure that is, and what changes from one to the other. */
final class ComparisonSection {

  private static final int MOST_CHANGES = 25;

  private final ComparedModels models;
  private final Comparison comparison;
  private final boolean scored;

  private ComparisonSection(ComparedModels models) {
    this.models = models;
    this.comparison = models.comparison();
    this.scored = comparison.scored() > 0;
  }

  static Section of(ComparedModels models, @Nullable Evaluation second) {
    ComparisonSection section = new ComparisonSection(models);
    List<DomContent> content = new ArrayList<>();
    content.add(p(models.verdict()).withClass("verdict"));
    if (section.scored) {
      content.add(
          div(section.figures(ComparedFigure.of(models, second)), section.fourFields())
              .withClass("beside"));
    }
    if (!models.comparison().changes().isEmpty()) {
      content.add(section.changes());
    }
    return new Section(
        "Compared with " + models.first(),
        "Both on the same "
            + NumberFormats.count(models.comparison().count())
            + " utterances; they give the same label to "
            + NumberFormats.percent(models.comparison().agreement())
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

  private DomContent changes() {
    TrTag header =
        tr(th(models.first()), th(models.second()), th("utterances").withClass("number"));
    if (scored) {
      header.with(th("better").withClass("number"), th("worse").withClass("number"));
    }
    header.with(th(scored ? "for example (its label)" : "for example"));
    List<Change> most = comparison.changes().stream().limit(MOST_CHANGES).toList();
    return div(
        h3("Labels that change"),
        p(changesNote(most.size())).withClass("note"),
        table(thead(header), tbody(each(most, this::row))).withClass("changes"));
  }

  private String changesNote(int shown) {
    int all = comparison.changes().size();
    return (shown < all
            ? "The "
                + shown
                + " most frequent of "
                + NumberFormats.count(all)
                + " changes of label."
            : "The most frequent first.")
        + (scored
            ? " Better: the new label is the right one. Worse: the old one was. The others are"
                + " wrong either way, or nobody labelled them."
            : "");
  }

  private TrTag row(Change change) {
    TrTag row =
        tr(
            td(change.from()),
            td(change.to()),
            td(NumberFormats.count(change.count())).withClass("number"));
    if (scored) {
      row.with(
          td(NumberFormats.count(change.improvements())).withClass("number"),
          td(NumberFormats.count(change.regressions())).withClass("number"));
    }
    return row.with(td(each(change.examples(), ComparisonSection::example)).withClass("text"));
  }

  private static DomContent example(Example example) {
    return example.gold() == null
        ? div(example.text())
        : div(text(example.text() + " "), span("(" + example.gold() + ")").withClass("gold"));
  }
}
