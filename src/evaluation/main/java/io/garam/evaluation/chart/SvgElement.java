package io.garam.evaluation.chart;

import j2html.tags.ContainerTag;
import java.util.Locale;

/** An element of an SVG, whose numbers are written in user units with two decimals. */
final class SvgElement extends ContainerTag<SvgElement> {

  SvgElement(String name) {
    super(name);
  }

  SvgElement at(String attribute, double value) {
    return attr(attribute, number(value));
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  static SvgElement line(double x1, double y1, double x2, double y2, double opacity) {
    return new SvgElement("line")
        .at("x1", x1)
        .at("y1", y1)
        .at("x2", x2)
        .at("y2", y2)
        .attr("style", "stroke:currentColor;stroke-opacity:" + number(opacity));
  }

  static SvgElement text(double x, double y, String anchor, String text) {
    return new SvgElement("text").at("x", x).at("y", y).attr("text-anchor", anchor).withText(text);
  }
}
