package io.garam.evaluation.explanation;

import io.garam.evaluation.NumberFormats;
import io.garam.evaluation.chart.Colours;
import io.garam.evaluation.chart.SvgElement;
import io.garam.evaluation.report.text.TerminalTable;
import io.garam.nlu.explanation.Effect;
import io.garam.nlu.explanation.Explanation;
import io.garam.nlu.explanation.LayerGates;
import io.garam.nlu.text.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Explanation as one SVG picture, for readers in light and in dark: what each part of the utterance
 * did above the parts, and the gates below them. What does not fit beside each other is on several
 * lines.
 */
public final class ExplanationPicture {

  private static final double MARGIN = 16;
  private static final double TITLE_LINE = 22;
  private static final double HEADING = 34;
  private static final double GAP = 10;

  /** Cells of a terminal that a line of the title takes, and how many such lines there are. */
  private static final int TITLE_CELLS = 105;

  private static final int TITLE_LINES = 40;
  private static final double TITLE_LETTER = 8.4;

  /** Named in full to those who do not see the picture. */
  private static final int DESCRIBED_PARTS = 40;

  /** What no XML may hold. */
  private static final String NO_XML =
      "[^\\x09\\x0a\\x0d\\x20-\\ud7ff\\ue000-\\ufffd\\x{10000}-\\x{10ffff}]";

  private static final String STYLE = "explanation.css";

  private final Explanation explanation;
  private final ShownGates gates;
  private final EffectScale scale;
  private final List<Band> bands = new ArrayList<>();
  private double width = Columns.LEFT;

  private ExplanationPicture(Explanation explanation, ShownGates gates) {
    this.explanation = explanation;
    this.gates = gates;
    this.scale =
        EffectScale.of(
            Stream.of(
                explanation.tokens(),
                explanation.earlier(),
                gates.withCharacters(explanation) ? explanation.characters() : List.of()));
  }

  /** Draws an explanation as a file that needs no page around it. */
  public static String file(Explanation explanation, ShownGates gates) {
    ExplanationPicture picture = new ExplanationPicture(explanation, gates);
    picture.title();
    picture.utterance();
    picture.earlier();
    double right = picture.width + MARGIN;
    double height = picture.height();
    return xml(
            picture
                .svg(right, height)
                .attr("xmlns", "http://www.w3.org/2000/svg")
                .with(
                    new SvgElement("style").withText("\n" + Colours.styleSheet() + styleSheet()),
                    new SvgElement("rect")
                        .at("width", right)
                        .at("height", height)
                        .attr("rx", "8")
                        .attr("style", "fill:var(--paper)"),
                    picture.content()))
        + "\n";
  }

  /** Draws an explanation for a page that has {@link #styleSheet}, and a title of its own. */
  public static String inPage(Explanation explanation, ShownGates gates) {
    ExplanationPicture picture = new ExplanationPicture(explanation, gates);
    picture.utterance();
    picture.earlier();
    return xml(picture.svg(picture.width + MARGIN, picture.height()).with(picture.content()));
  }

  /** Returns the style of what is drawn. */
  public static String styleSheet() {
    try (InputStream css = ExplanationPicture.class.getResourceAsStream(STYLE)) {
      return new String(Objects.requireNonNull(css, STYLE).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void title() {
    String label =
        String.format(
            Locale.ROOT,
            "  →  %s %s",
            Printable.escape(explanation.intent().label()),
            NumberFormats.confidence(explanation.intent().confidence(), 3));
    List<String> lines =
        new ArrayList<>(TextLines.of(Printable.sentence(explanation.text()), TITLE_CELLS));
    if (lines.size() > TITLE_LINES) {
      lines = new ArrayList<>(lines.subList(0, TITLE_LINES));
      lines.add("…");
    }
    int last = lines.size() - 1;
    lines.set(last, lines.get(last) + label);
    for (String line : lines) {
      bands.add(Band.of(TITLE_LINE, SvgElement.text(MARGIN, 18, "start", line).withClass("title")));
      width = Math.max(width, MARGIN + TerminalTable.cells(line) * TITLE_LETTER);
    }
    bands.add(
        Band.of(
            TITLE_LINE,
            SvgElement.text(
                    MARGIN,
                    14,
                    "start",
                    "A bar up raises the label's log-odds, a bar down lowers them.")
                .withClass("soft")));
  }

  /** Tokens and the layer over them share columns, where they are as many and on one line. */
  private void utterance() {
    List<Columns> tokens = effects(explanation.tokens());
    boolean charactersShown = false;
    for (LayerGates layer : layers()) {
      if (layer.name().equals(ShownGates.CHARACTERS)) {
        characters();
        charactersShown = true;
      }
      if (!layer.name().startsWith("dialogue")) {
        heading(title(layer));
        gates(layer, columns(layer.steps()), tokens);
      }
    }
    if (!charactersShown && gates.withCharacters(explanation)) {
      characters();
    }
  }

  private void characters() {
    heading("Characters: what each does");
    effects(explanation.characters());
  }

  private List<Columns> effects(List<Effect> effects) {
    List<Columns> lines = columns(effects.stream().map(PartNames::of).toList());
    bands.addAll(EffectBands.of(explanation, effects, lines, scale));
    return lines;
  }

  private List<LayerGates> layers() {
    return gates.areNone() ? List.of() : explanation.layers();
  }

  /** Repeats the names of steps, unless those right above are the same. */
  private void gates(LayerGates layer, List<Columns> lines, List<Columns> above) {
    for (Columns columns : lines) {
      boolean named =
          layer.name().equals("words")
              && above.size() == 1
              && above.get(0).count() == layer.steps().size();
      if (!named) {
        bands.add(EffectBands.names(columns));
      }
      bands.addAll(GateBands.of(layer, gates, named ? above.get(0) : columns));
    }
  }

  private void earlier() {
    if (explanation.earlier().isEmpty()) {
      return;
    }
    heading("What was said before: what each utterance does");
    effects(explanation.earlier());
    for (LayerGates layer : layers()) {
      if (layer.name().startsWith("dialogue")) {
        heading(title(layer));
        gates(layer, columns(layer.steps()), List.of());
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

  private List<Columns> columns(List<String> names) {
    List<Columns> lines = Columns.of(names.stream().map(Printable::sentence).toList());
    lines.forEach(columns -> width = Math.max(width, columns.right()));
    return lines;
  }

  private void heading(String text) {
    bands.add(
        Band.of(
            HEADING, SvgElement.text(MARGIN, HEADING - 12, "start", text).withClass("heading")));
  }

  private double height() {
    return MARGIN + bands.stream().mapToDouble(Band::height).sum() + GAP;
  }

  private SvgElement content() {
    SvgElement content = new SvgElement("g");
    double top = MARGIN;
    for (Band band : bands) {
      content.with(
          new SvgElement("g")
              .attr("transform", "translate(0 " + SvgElement.number(top) + ")")
              .with(band.svg()));
      top += band.height();
    }
    return content;
  }

  private SvgElement svg(double right, double height) {
    return new SvgElement("svg")
        .attr("class", "explanation")
        .attr("viewBox", "0 0 " + SvgElement.number(right) + " " + SvgElement.number(height))
        .attr("width", SvgElement.number(right))
        .attr("role", "img")
        .attr("aria-label", Printable.escape(description()));
  }

  /** What the picture shows, for those who do not see it. */
  private String description() {
    return "Effects on "
        + explanation.label().label()
        + " and on "
        + explanation.runnerUp().label()
        + ": "
        + Stream.concat(explanation.tokens().stream(), explanation.earlier().stream())
            .limit(DESCRIBED_PARTS)
            .map(
                effect ->
                    PartNames.of(effect)
                        + " "
                        + EffectTable.signed(effect.onLabel(), 1)
                        + " and "
                        + EffectTable.signed(effect.onRunnerUp(), 1))
            .collect(Collectors.joining("; "));
  }

  private static String xml(SvgElement svg) {
    return svg.render().replaceAll(NO_XML, "\uFFFD");
  }
}
