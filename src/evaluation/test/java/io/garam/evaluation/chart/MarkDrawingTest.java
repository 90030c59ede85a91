package io.garam.evaluation.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.evaluation.chart.Series.Point;
import org.junit.jupiter.api.Test;

final class MarkDrawingTest {

  private static final PlotArea PLOT =
      new PlotArea(new Axis("x", 0, 10, Unit.NUMBER), new Axis("y", 0, 100, Unit.NUMBER), 492, 42);

  private final MarkDrawing marks = new MarkDrawing(PLOT, "red");

  @Test
  void aDotIsWhereItsPointIs() {
    assertThat(marks.dot(new Point(5, 50)).render())
        .contains("cx=\"270.00\"", "cy=\"162.00\"", "fill:red")
        .doesNotContain("<title>");
  }

  @Test
  void aNoteBecomesTheTitle() {
    assertThat(marks.dot(new Point(5, 50, "half & half")).render())
        .contains("<title>half &amp; half</title>");
  }

  @Test
  void samplesStandBesideTheirPlaceAndAreFainterThanDots() {
    assertThat(marks.sample(new Point(5, 50), -3).render())
        .contains("cx=\"267.00\"", "cy=\"162.00\"", "fill-opacity:.45");
  }

  @Test
  void aBarReachesFromItsValueToTheLowerEdge() {
    assertThat(marks.bar(new Point(5, 25), 20).render())
        .contains("x=\"260.00\"", "width=\"20.00\"", "y=\"222.00\"", "height=\"60.00\"");
  }
}
