package io.garam.evaluation.report;

import io.garam.evaluation.comparison.Comparison;
import io.garam.evaluation.metrics.Evaluation;
import io.garam.evaluation.metrics.OutOfScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Compared figure of two models, 0 to 1.
 *
 * @param name what it is
 * @param first that of what the model is held against
 * @param second that of the model
 */
public record ComparedFigure(String name, double first, double second) {

  /** Returns the figures known of both; none where people labelled nothing. */
  public static List<ComparedFigure> of(ComparedModels models, @Nullable Evaluation second) {
    List<ComparedFigure> figures = new ArrayList<>();
    Comparison comparison = models.comparison();
    if (comparison.scored() > 0) {
      figures.add(
          new ComparedFigure("accuracy", comparison.firstAccuracy(), comparison.secondAccuracy()));
    }
    Evaluation first = models.firstEvaluation();
    if (first != null && second != null) {
      figures.add(both("macro-F1", Evaluation::macroF1, first, second));
      figures.add(both("calibration error", Evaluation::expectedCalibrationError, first, second));
      figures.add(
          both("adaptive calibration error", Evaluation::adaptiveCalibrationError, first, second));
      Optional<OutOfScope> firstOutOfScope = first.outOfScope();
      Optional<OutOfScope> secondOutOfScope = second.outOfScope();
      if (firstOutOfScope.isPresent() && secondOutOfScope.isPresent()) {
        figures.addAll(outOfScope(firstOutOfScope.get(), secondOutOfScope.get()));
      }
    }
    return figures;
  }

  private static List<ComparedFigure> outOfScope(OutOfScope first, OutOfScope second) {
    return List.of(
        both("in-scope accuracy", OutOfScope::inScopeAccuracy, first, second),
        both("recall of unknown", OutOfScope::unknownRecall, first, second),
        both("AUROC", OutOfScope::auroc, first, second));
  }

  private static <T> ComparedFigure both(
      String name, ToDoubleFunction<T> figure, T first, T second) {
    return new ComparedFigure(name, figure.applyAsDouble(first), figure.applyAsDouble(second));
  }
}
