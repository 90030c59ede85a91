package io.garam.evaluation.explanation;

import io.garam.evaluation.chart.SvgElement;

/**
 * Band of a picture, from its left to its right edge.
 *
 * @param height in user units
 * @param svg what it shows, from 0 down
 */
record Band(double height, SvgElement svg) {

  static Band of(double height, SvgElement... content) {
    return new Band(height, new SvgElement("g").with(content));
  }
}
