package io.garam.evaluation.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.evaluation.chart.Chart.Marker;
import io.garam.evaluation.chart.Series.Point;
import io.garam.evaluation.chart.Series.Shape;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ChartTest {

  private static final Axis X = new Axis("epoch", 0, 10, Unit.NUMBER);

  @Test
  void pointsLieWhereTheAxesPutThem() throws Exception {
    Document svg =
        drawn(new Series("loss", Shape.LINE, List.of(new Point(0, 0), new Point(10, 1))));

    assertThat(element(svg, "polyline").getAttribute("points"))
        .as("from the lower left corner to the upper right one")
        .isEqualTo("70.00,282.00 518.00,58.00");
  }

  @Test
  void dotsAndBarsSayTheirNotes() throws Exception {
    Document dots = drawn(new Series("", Shape.DOTS, List.of(new Point(5, 0.5, "epoch 5"))));
    Document bars =
        drawn(new Series("", Shape.BARS, List.of(new Point(2, 0.25, "few"), new Point(4, 1))));

    assertThat(element(dots, "circle").getTextContent()).isEqualTo("epoch 5");
    assertThat(element(bars, "rect").getTextContent()).isEqualTo("few");
    assertThat(element(bars, "rect").getAttribute("height")).isEqualTo("56.00");
    assertThat(bars.getElementsByTagName("rect").getLength()).isEqualTo(2);
  }

  @Test
  void samplesOfSeveralSeriesStandBesideEachOther() throws Exception {
    List<Point> same = List.of(new Point(5, 0.5));
    Document svg =
        drawn(
            new Series("", Shape.SAMPLES, same),
            new Series("", Shape.LINE, same),
            new Series("", Shape.SAMPLES, same));

    assertThat(element(svg, "circle").getAttribute("cx")).isEqualTo("292.50");
    assertThat(((Element) svg.getElementsByTagName("circle").item(1)).getAttribute("cx"))
        .isEqualTo("295.50");
  }

  @Test
  void whatLiesBeyondAnAxisIsDrawnAtItsEnd() throws Exception {
    Document svg = drawn(new Series("", Shape.DOTS, List.of(new Point(99, -99))));

    assertThat(element(svg, "circle").getAttribute("cx")).isEqualTo("518.00");
    assertThat(element(svg, "circle").getAttribute("cy")).isEqualTo("282.00");
  }

  @Test
  void aLegendThatIsTooLongForALineTakesSeveral() throws Exception {
    Series one = new Series("a label of thirty-four characters.", Shape.LINE, List.of());
    Document svg =
        drawn(
            one,
            one,
            new Series("Statement-opinion and no more", Shape.LINE, List.of(new Point(0, 1))));

    NodeList texts = svg.getElementsByTagName("text");
    assertThat(
            IntStream.range(1, 4).mapToObj(i -> (Element) texts.item(i)).map(ChartTest::legendLine))
        .containsExactly(
            "40.00: ●a label of thirty-four characters.",
            "56.00: ●a label of thirty-four characters.",
            "72.00: ●Statement-opinion and no more");
    assertThat(((Element) svg.getElementsByTagName("polyline").item(2)).getAttribute("points"))
        .as("the plot begins below the legend")
        .isEqualTo("70.00,90.00");
  }

  @Test
  void aNameThatIsLongerThanALegendIsCut() throws Exception {
    assertThat(
            drawn(new Series("가".repeat(50), Shape.LINE, List.of()))
                .getDocumentElement()
                .getTextContent())
        .contains("가".repeat(33) + "…");
  }

  private static String legendLine(Element text) {
    return text.getAttribute("y") + ": " + text.getTextContent();
  }

  @Test
  void namesAreEscaped() throws Exception {
    Document svg = drawn(new Series("<주문> & \"환불\"", Shape.LINE, List.of()));

    assertThat(svg.getDocumentElement().getTextContent()).contains("<주문> & \"환불\"");
  }

  @Test
  void markersAndTitlesAreWritten() throws Exception {
    assertThat(drawn(new Series("", Shape.LINE, List.of())).getDocumentElement().getTextContent())
        .contains("Loss", "epoch", "share", "kept");
  }

  private static Document drawn(Series... series) throws Exception {
    Chart chart =
        new Chart(
            "Loss", X, Axis.percent("share"), List.of(series), List.of(new Marker(3, "kept")));
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(chart.svg().render())));
  }

  private static Element element(Document svg, String name) {
    return (Element) svg.getElementsByTagName(name).item(0);
  }
}
