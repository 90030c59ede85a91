package io.garam.evaluation.chart;

import j2html.tags.ContainerTag;
import java.util.Locale;

/** An element of an SVG, whose numbers are written in user units with two decimals. */
public final class SvgElement extends ContainerTag<SvgElement> {

  public SvgElement(String name) {
    super(name);
  }

  /** Sets an attribute to a number. */
  public SvgElement at(String attribute, double value) {
    return attr(attribute, number(value));
  }

  /** Writes a number in user units. */
  public static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  /** Returns a line in the colour of the text. */
  public static SvgElement line(double x1, double y1, double x2, double y2, double opacity) {
    return new SvgElement("line")
        .at("x1", x1)
        .at("y1", y1)
        .at("x2", x2)
        .at("y2", y2)
        .attr("style", "stroke:currentColor;stroke-opacity:" + number(opacity));
  }

  /**
   * Returns a text.
   *
   * @param anchor which part of it stands at x: start, middle or end
   */
  public static SvgElement text(double x, double y, String anchor, String text) {
    return new SvgElement("text").at("x", x).at("y", y).attr("text-anchor", anchor).withText(text);
  }
}
