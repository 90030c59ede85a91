package io.garam.benchmarks.memory;

import io.garam.training.export.Cell;
import java.util.Locale;

/** The findings as a picture in plain SVG, for light and dark pages. */
final class MemoryPicture {

  private static final int LEFT = 62;
  private static final int TOP = 92;
  private static final int PANEL_PITCH = 312;
  private static final int LEGEND_PITCH = 190;

  private static final String HEAD =
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 940 368" role="img" \
      aria-label="Accuracy and gradient of four recurrent cells over the distance to remember">
      <style>
        svg { font: 12px system-ui, -apple-system, "Segoe UI", sans-serif; }
        .page { fill: #ffffff; }
        .title { fill: #1f2328; font-size: 13px; font-weight: 600; }
        .tick { fill: #59636e; }
        .grid { stroke: #d1d9e0; stroke-width: 0.8; }
        .axis { stroke: #59636e; }
        .guess { stroke: #59636e; stroke-dasharray: 2 3; }
        .line { fill: none; stroke: currentColor; stroke-width: 2.2; stroke-linejoin: round; }
        .seed { fill: currentColor; opacity: 0.45; }
        .gru { color: #0969da; }
        .gru_reset_before { color: #1a7f37; stroke-dasharray: 2 4; }
        .lstm { color: #bc4c00; }
        .rnn { color: #8250df; stroke-dasharray: 7 4; }
        @media (prefers-color-scheme: dark) {
          .page { fill: #0d1117; }
          .title { fill: #f0f6fc; }
          .tick { fill: #9198a1; }
          .grid { stroke: #3d444d; }
          .axis, .guess { stroke: #9198a1; }
          .gru { color: #58a6ff; }
          .gru_reset_before { color: #3fb950; }
          .lstm { color: #f0883e; }
          .rnn { color: #bc8cff; }
        }
      </style>
      <rect class="page" width="940" height="368" rx="6"/>
      """;

  private MemoryPicture() {}

  /** Returns an SVG document. */
  static String of(Findings findings) {
    StringBuilder svg = new StringBuilder(HEAD);
    int x = LEFT;
    for (Cell cell : Findings.cells()) {
      svg.append(
          String.format(
              Locale.ROOT,
              """
              <polyline class="line %s" points="%d,24 %d,24"/>
              <text class="title" x="%d" y="28">%s</text>
              """,
              Panel.style(cell),
              x,
              x + 30,
              x + 38,
              Panel.style(cell)));
      x += LEGEND_PITCH;
    }
    x = LEFT;
    for (Figure figure : Figure.values()) {
      svg.append(String.format(Locale.ROOT, "<g transform=\"translate(%d %d)\">\n", x, TOP))
          .append(new Panel(findings, figure).svg())
          .append("</g>\n");
      x += PANEL_PITCH;
    }
    return svg.append("</svg>\n").toString();
  }
}
