package io.garam.evaluation.chart;

import static org.assertj.core.api.Assertions.assertThat;

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

class PictureTest {

  private static final Chart CHART =
      new Chart(
          "Loss",
          Axis.percent("seen"),
          Axis.percent("left"),
          List.of(new Series("", Shape.LINE, List.of(new Point(0, 0), new Point(1, 1)))),
          List.of());

  private static final Picture PICTURE =
      new Picture("Losses", List.of(List.of(CHART), List.of(CHART, CHART)));

  @Test
  void theChartsOfARowShareItsWidth() throws Exception {
    assertThat(attributes("polyline", "points"))
        .containsExactly(
            "70.00,282.00 1046.00,58.00", "70.00,282.00 512.00,58.00", "70.00,282.00 512.00,58.00");
    assertThat(attributes("g", "transform"))
        .contains("translate(0 12)", "translate(0 354)", "translate(534 354)");
  }

  @Test
  void itHasPaperAndColoursForTheDarkOfItsOwn() throws Exception {
    assertThat(attributes("svg", "viewBox")).containsExactly("0 0 1080 696");
    assertThat(attributes("rect", "style")).containsExactly("fill:var(--paper)");
    assertThat(drawn().getElementsByTagName("style").item(0).getTextContent())
        .contains("prefers-color-scheme: dark", "--series-4", "\"Segoe UI\"");
  }

  private static List<String> attributes(String element, String attribute) throws Exception {
    NodeList all = drawn().getElementsByTagName(element);
    return IntStream.range(0, all.getLength())
        .mapToObj(i -> ((Element) all.item(i)).getAttribute(attribute))
        .toList();
  }

  private static Document drawn() throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(PICTURE.toSvg())));
  }
}
