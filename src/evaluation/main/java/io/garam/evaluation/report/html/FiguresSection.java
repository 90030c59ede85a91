package io.garam.evaluation.report.html;

import static j2html.TagCreator.div;

import io.garam.evaluation.NumberFormats;
import io.garam.evaluation.metrics.Evaluation;
import io.garam.evaluation.metrics.OutOfScope;
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
    tiles.add(
        Tile.of("accuracy", NumberFormats.percent(evaluation.accuracy()), "right of all answers"));
    tiles.add(
        Tile.of("macro-F1", NumberFormats.percent(evaluation.macroF1()), "mean F1 of the labels"));
    tiles.add(
        Tile.of(
            "calibration error",
            NumberFormats.percent(evaluation.expectedCalibrationError()),
            "expected; 0 is best"));
    tiles.add(
        Tile.of(
            "adaptive calibration error",
            NumberFormats.percent(evaluation.adaptiveCalibrationError()),
            "over bins of equally many answers"));
    tiles.add(
        Tile.of(
            "utterances",
            NumberFormats.count(evaluation.count()),
            outOfScope
                .map(figures -> NumberFormats.count(figures.count()) + " of them out of scope")
                .orElse("with " + labels(evaluation))));
    outOfScope.ifPresent(figures -> tiles.addAll(tiles(figures)));
    return new Section(
        "Figures",
        "An abstention (unknown) is an error unless the corpus says unknown too.",
        List.of(div().withClass("tiles").with(tiles)));
  }

  private static String labels(Evaluation evaluation) {
    int labels = evaluation.classes().size();
    return labels == 1 ? "1 label" : NumberFormats.count(labels) + " labels";
  }

  private static List<DomContent> tiles(OutOfScope figures) {
    return List.of(
        Tile.of(
            "in-scope accuracy",
            NumberFormats.percent(figures.inScopeAccuracy()),
            "right of those with an intent"),
        Tile.of(
            "recall of unknown",
            NumberFormats.percent(figures.unknownRecall()),
            "of those out of scope, turned away"),
        Tile.of(
            "AUROC",
            NumberFormats.fraction(figures.auroc()),
            "in scope against out, by confidence"));
  }
}
