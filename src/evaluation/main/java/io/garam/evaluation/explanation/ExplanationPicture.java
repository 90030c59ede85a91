package io.garam.evaluation.explanation;

import io.garam.evaluation.chart.Colours;
import io.garam.evaluation.chart.SvgElement;
import io.garam.nlu.explanation.Effect;
import io.garam.nlu.explanation.Explanation;
import io.garam.nlu.explanation.LayerGates;
import io.garam.nlu.text.Printable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Explanation as one SVG picture, for readers in light and in dark: what each part of the utterance
 * did above the parts, and the gates below them.
 */
public final class ExplanationPicture {

  private static final double MARGIN = 16;
  private static final double TITLE = 30;
  private static final double HEADING = 34;
  private static final double GAP = 10;
  private static final int LONGEST_TITLE = 60;

  /** What no XML may hold. */
  private static final String NO_XML =
      "[^\\x09\\x0a\\x0d\\x20-\\ud7ff\\ue000-\\ufffd\\x{10000}-\\x{10ffff}]";

  private static final String STYLE =
      """
      svg {
        fill: var(--ink);
        color: var(--ink);
        font: 13px system-ui, -apple-system, "Segoe UI", "Apple SD Gothic Neo", "Malgun Gothic",
          "Noto Sans KR", "Noto Sans CJK KR", "NanumGothic", sans-serif;
      }
      .title { font-size: 16px; font-weight: 650; }
      .heading { font-weight: 600; }
      .part { font-size: 14px; font-weight: 600; }
      .number { font-size: 11.5px; font-variant-numeric: tabular-nums; }
      .soft { fill-opacity: .65; }
      .unit { fill: var(--series-1, #2563eb); }
      """;

  private final Explanation explanation;
  private final Collection<String> gates;
  private final List<Band> bands = new ArrayList<>();
  private double width;

  private ExplanationPicture(Explanation explanation, Collection<String> gates) {
    this.explanation = explanation;
    this.gates = gates;
    width = Columns.LEFT;
    title();
    utterance();
    earlier();
  }

  /** Draws an explanation. */
  public static String of(Explanation explanation) {
    return of(explanation, List.of());
  }

  /**
   * Draws an explanation with some of the gates.
   *
   * @param gates their names; empty for all, and what is kept to the end
   */
  public static String of(Explanation explanation, Collection<String> gates) {
    return new ExplanationPicture(explanation, gates).svg();
  }

  private void title() {
    String title =
        Printable.shortened(explanation.text(), LONGEST_TITLE)
            + "  →  "
            + String.format(
                Locale.ROOT,
                "%s %.3f",
                explanation.intent().label(),
                explanation.intent().confidence());
    bands.add(Band.of(TITLE, SvgElement.text(MARGIN, 20, "start", title).withClass("title")));
  }

  /** Tokens and the layer over them share columns, where they are as many. */
  private void utterance() {
    Columns tokens = columns(explanation.tokens().stream().map(Effect::part).toList());
    bands.addAll(EffectBands.of(explanation, explanation.tokens(), tokens));
    for (LayerGates layer : explanation.layers()) {
      if (layer.name().equals("characters")) {
        heading("Characters: what each did");
        bands.addAll(
            EffectBands.of(
                explanation,
                explanation.characters(),
                columns(explanation.characters().stream().map(Effect::part).toList())));
      }
      gates(layer, tokens);
    }
  }

  private void gates(LayerGates layer, Columns above) {
    if (layer.name().startsWith("dialogue")) {
      return;
    }
    heading(title(layer));
    boolean shared = layer.name().equals("words") && layer.steps().size() == above.count();
    Columns columns = shared ? above : columns(layer.steps());
    if (!shared) {
      bands.add(EffectBands.names(columns));
    }
    bands.addAll(GateBands.of(layer, gates, columns));
  }

  private void earlier() {
    if (explanation.earlier().isEmpty()) {
      return;
    }
    List<String> said = new ArrayList<>(explanation.earlier().stream().map(Effect::part).toList());
    said.add(explanation.text());
    Columns columns = columns(said);
    List<Effect> effects = new ArrayList<>(explanation.earlier());
    effects.add(new Effect(explanation.text(), null, null, null));
    heading("What was said before: what each utterance did");
    bands.addAll(EffectBands.of(explanation, effects, columns));
    for (LayerGates layer : explanation.layers()) {
      if (layer.name().startsWith("dialogue")) {
        heading(title(layer));
        bands.addAll(GateBands.of(layer, gates, columns));
      }
    }
  }

  private static String title(LayerGates layer) {
    String name = layer.name();
    return Character.toUpperCase(name.charAt(0))
        + name.substring(1)
        + ": "
        + layer.cell()
        + " of "
        + layer.units()
        + " units";
  }

  private Columns columns(List<String> names) {
    Columns columns = Columns.of(names);
    width = Math.max(width, columns.right());
    return columns;
  }

  private void heading(String text) {
    bands.add(
        Band.of(
            HEADING, SvgElement.text(MARGIN, HEADING - 12, "start", text).withClass("heading")));
  }

  private String svg() {
    SvgElement content = new SvgElement("g");
    double top = MARGIN;
    for (Band band : bands) {
      content.with(
          new SvgElement("g")
              .attr("transform", "translate(0 " + SvgElement.number(top) + ")")
              .with(band.svg()));
      top += band.height();
    }
    double height = top + GAP;
    double right = Math.max(width + MARGIN, MARGIN + LONGEST_TITLE * 8);
    return new SvgElement("svg")
            .attr("xmlns", "http://www.w3.org/2000/svg")
            .attr("viewBox", "0 0 " + SvgElement.number(right) + " " + SvgElement.number(height))
            .attr("width", SvgElement.number(right))
            .attr("role", "img")
            .attr("aria-label", "Why \"" + explanation.text() + "\" is taken for what it is")
            .with(
                new SvgElement("style").withText("\n" + Colours.styleSheet() + STYLE),
                new SvgElement("rect")
                    .at("width", right)
                    .at("height", height)
                    .attr("rx", "8")
                    .attr("style", "fill:var(--paper)"),
                content)
            .render()
            .replaceAll(NO_XML, "\uFFFD")
        + "\n";
  }
}
