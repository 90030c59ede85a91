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
}
