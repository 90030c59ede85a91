package io.garam.evaluation.explanation;

import static io.garam.evaluation.explanation.ExplanationTexts.gru;
import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.explanation.Effect;
import io.garam.nlu.explanation.Explanation;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

final class ExplanationPictureTest {

  private static final Explanation EXPLANATION =
      ExplanationTexts.of(
          "request",
          "<b>방</b> 주세요",
          List.of(
              gru("words", "<b>방</b>", "주세요"),
              gru("characters", "방 ", "주"),
              gru("dialogue, by words", "뭐요?", "<b>방</b> 주세요")),
          List.of(new Effect("뭐요?", 3.0, -1.0, "inform")));

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static List<String> texts(Document svg, String element) {
    NodeList found = svg.getElementsByTagName(element);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    return texts;
  }

  @Test
  void allOfAnExplanationIsInThePicture() throws Exception {
    Document svg = parsed(ExplanationPicture.of(EXPLANATION));

    assertThat(texts(svg, "text"))
        .contains(
            "<b>방</b> 주세요  →  request 0.900",
            "request",
            "+2.5",
            "-0.3",
            "–",
            "Words: GRU of 2 units",
            "Characters: GRU of 2 units",
            "Dialogue, by words: GRU of 2 units",
            "update gate",
            "reset gate",
            "0.50",
            "kept to the end",
            "100 %",
            "What was said before: what each utterance did");
    assertThat(texts(svg, "title")).contains("<b>방</b>: +2.5, without it inform");
  }

  @Test
  void aUnitIsAsDeepAsItsGateIsOpen() throws Exception {
    NodeList all = parsed(ExplanationPicture.of(EXPLANATION)).getElementsByTagName("rect");

    List<String> units = new ArrayList<>();
    for (int i = 0; i < all.getLength(); i++) {
      Element rect = (Element) all.item(i);
      if (rect.getAttribute("class").equals("unit")) {
        units.add(rect.getAttribute("fill-opacity"));
      }
    }
    // Three layers of two steps, with two gates of two units: the most open unit first.
    assertThat(units).hasSize(24).startsWith("0.75", "0.25", "0.75");
  }

  @Test
  void whatNoXmlMayHoldIsReplaced() throws Exception {
    assertThat(
            texts(
                parsed(
                    ExplanationPicture.of(
                        ExplanationTexts.of("request", "a\u0001b\uFFFF", List.of(), List.of()))),
                "text"))
        .anyMatch(text -> text.contains("a\uFFFDb\uFFFD"));
  }

  @Test
  void thePageHoldsThePicture() {
    assertThat(ExplanationPage.of(EXPLANATION).toHtml())
        .contains("Why &quot;&lt;b&gt;방&lt;/b&gt; 주세요&quot; is taken for request", "<svg", "+2.20")
        .doesNotContain("<b>방");
  }
}
