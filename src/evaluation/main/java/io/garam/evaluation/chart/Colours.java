package io.garam.evaluation.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Colours of charts, and of the pages that hold them. */
public final class Colours {

  /** What suits light paper; the style sheet has those for dark. */
  private static final List<String> SERIES = List.of("#2563eb", "#d9480f", "#0f8a5f", "#7c3aed");

  private static final String STYLE = "colours.css";

  private Colours() {}

  /**
   * Returns CSS that sets {@code --paper} and {@code --ink}, light or dark as the reader's system
   * is, and in the dark {@code --series-1} to {@code --series-4}.
   */
  public static String styleSheet() {
    try (InputStream css = Colours.class.getResourceAsStream(STYLE)) {
      return new String(Objects.requireNonNull(css, STYLE).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the CSS colour of a series, counted from 0. */
  public static String ofSeries(int index) {
    int colour = index % SERIES.size();
    return "var(--series-" + (colour + 1) + "," + SERIES.get(colour) + ")";
  }
}
