package io.garam.evaluation.report;

import static j2html.TagCreator.div;

import io.garam.evaluation.Evaluation;
import io.garam.evaluation.OutOfScope;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The headline: a tile for each figure, with what it means below. */
final class FiguresSection {

  private FiguresSection() {}

  static Section of(Evaluation evaluation) {
    Optional<OutOfScope> outOfScope = evaluation.outOfScope();
    List<DomContent> tiles = new ArrayList<>();
    tiles.add(tile("accuracy", Figures.percent(evaluation.accuracy()), "right of all answers"));
    tiles.add(tile("macro-F1", Figures.percent(evaluation.macroF1()), "mean F1 of the labels"));
    tiles.add(
        tile(
            "calibration error",
            Figures.percent(evaluation.expectedCalibrationError()),
            "expected; 0 is best"));
    tiles.add(
        tile(
            "utterances",
            Figures.count(evaluation.count()),
            outOfScope
                .map(figures -> Figures.count(figures.count()) + " of them out of scope")
                .orElse("with " + labels(evaluation))));
    outOfScope.ifPresent(figures -> tiles.addAll(tiles(figures)));
    return new Section(
        "Figures",
        "An abstention (unknown) is an error unless the corpus says unknown too.",
        List.of(div().withClass("tiles").with(tiles)));
  }

  private static String labels(Evaluation evaluation) {
    int labels = evaluation.classes().size();
    return labels == 1 ? "1 label" : Figures.count(labels) + " labels";
  }

  private static List<DomContent> tiles(OutOfScope figures) {
    return List.of(
        tile(
            "in-scope accuracy",
            Figures.percent(figures.inScopeAccuracy()),
            "right of those with an intent"),
        tile(
            "recall of unknown",
            Figures.percent(figures.unknownRecall()),
            "of those out of scope, turned away"),
        tile("AUROC", Figures.fraction(figures.auroc()), "in scope against out, by confidence"));
  }

  private static DomContent tile(String name, String value, String meaning) {
    return div(
            div(name).withClass("name"),
            div(value).withClass("figure"),
            div(meaning).withClass("meaning"))
        .withClass("tile");
  }
}
