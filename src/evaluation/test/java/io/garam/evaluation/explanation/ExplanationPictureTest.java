package io.garam.evaluation.explanation;

import static io.garam.evaluation.explanation.ExplanationTexts.gru;
import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.explanation.Effect;
import io.garam.nlu.explanation.Explanation;
import io.garam.nlu.explanation.LayerGates.DirectionGates;
import io.garam.nlu.explanation.LayerGates.Gate;
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
    Document svg = parsed(ExplanationPicture.file(EXPLANATION, ShownGates.ALL));

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
            "What was said before: what each utterance does");
    assertThat(texts(svg, "title"))
        .contains(
            "<b>방</b> raises request (+2.50); without it the answer is inform",
            "<b>방</b> lowers inform (-0.25); without it the answer is inform");
    assertThat(svg.getDocumentElement().getAttribute("aria-label"))
        .startsWith("Effects on request and on inform: <b>방</b> +2.5 and -0.3; 주세요 – and –");
  }

  @Test
  void aUnitIsAsDeepAsItsGateIsOpen() throws Exception {
    NodeList all =
        parsed(ExplanationPicture.file(EXPLANATION, ShownGates.ALL)).getElementsByTagName("rect");

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
  void allMapsOfADirectionHaveTheirUnitsInTheOrderOfWhatIsKept() {
    float[][] update = {{.1f, .9f, .5f}};
    float[][] reset = {{.8f, .2f, .3f}};

    assertThat(
            UnitOrder.of(
                new DirectionGates(
                    "forward",
                    List.of(new Gate("update", update), new Gate("reset", reset)),
                    new double[] {1})))
        .containsExactly(1, 2, 0);
  }

  @Test
  void aBarGoesUpWhereAPartRaisesTheLabelAndDownWhereItLowersIt() throws Exception {
    NodeList all =
        parsed(ExplanationPicture.file(EXPLANATION, ShownGates.NONE)).getElementsByTagName("rect");
    Element raises = (Element) all.item(1);
    Element lowers = (Element) all.item(3);
    double zero =
        Double.parseDouble(raises.getAttribute("y"))
            + Double.parseDouble(raises.getAttribute("height"));

    assertThat(Double.parseDouble(raises.getAttribute("height"))).isPositive();
    assertThat(Double.parseDouble(lowers.getAttribute("height"))).isPositive();
    assertThat(Double.parseDouble(lowers.getAttribute("y"))).isEqualTo(zero);
  }

  @Test
  void theBarsOfAllPartsHaveOneScale() throws Exception {
    NodeList all =
        parsed(ExplanationPicture.inPage(EXPLANATION, ShownGates.NONE))
            .getElementsByTagName("rect");
    List<Double> heights = new ArrayList<>();
    for (int i = 0; i < all.getLength(); i++) {
      heights.add(Double.parseDouble(((Element) all.item(i)).getAttribute("height")));
    }

    // Of two tokens and of what was said before, each on both labels: +2.5, -0.25; +3.0, -1.0.
    assertThat(heights).containsExactly(12.5, 0.0, 1.25, 0.0, 15.0, 5.0);
  }

  @Test
  void whatTurnsTheWritingDirectionIsWrittenAsItsNumber() {
    String svg =
        ExplanationPicture.file(
            ExplanationTexts.of(
                "request",
                "go \u202eabc",
                List.of(gru("words", "\u202eabc")),
                List.of(new Effect("\u202edef", 1.0, 0.0, "request").saidBy("\u202eghi"))),
            ShownGates.ALL);

    assertThat(svg).doesNotContain("\u202e").contains("go \\u202eabc", "\\u202eghi:");
  }

  @Test
  void whatDoesNotFitBesideEachOtherIsOnFurtherLines() throws Exception {
    List<Effect> tokens = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      tokens.add(new Effect("단어" + i, 1.0, -1.0, "request"));
    }
    String said = "아주 긴 말을 한 사람이 ".repeat(40).strip();
    Explanation few = ExplanationTexts.of("request", said, List.of(), List.of());
    Explanation many =
        new Explanation(
            few.text(),
            few.intent(),
            few.label(),
            few.runnerUp(),
            tokens,
            List.of(),
            List.of(new Effect(said.substring(0, 60), 1.0, 1.0, "request")),
            List.of());

    Document svg = parsed(ExplanationPicture.file(many, ShownGates.ALL));

    assertThat(Double.parseDouble(svg.getDocumentElement().getAttribute("width")))
        .isLessThan(1_100);
    assertThat(texts(svg, "text")).contains("단어0", "단어59").doesNotContain("…");
    assertThat(String.join(" ", texts(svg, "text"))).contains(said.substring(0, 10));
    assertThat(String.join("", texts(svg, "text")).replace(" ", ""))
        .contains(said.replace(" ", "") + "→request");
  }

  @Test
  void whatNoXmlMayHoldIsReplaced() throws Exception {
    assertThat(
            texts(
                parsed(
                    ExplanationPicture.file(
                        ExplanationTexts.of("request", "a\u0001b\uFFFF", List.of(), List.of()),
                        ShownGates.ALL)),
                "text"))
        .anyMatch(text -> text.contains("a\\u0001b\uFFFD"));
  }
}
