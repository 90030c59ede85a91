package io.garam.evaluation.report.html;

import static j2html.TagCreator.div;

import io.garam.evaluation.LabelTotals;
import io.garam.evaluation.NumberFormats;
import io.garam.evaluation.Timeline;
import io.garam.evaluation.TimelineBin;
import io.garam.evaluation.chart.Axis;
import io.garam.evaluation.chart.Chart;
import io.garam.evaluation.chart.Series;
import io.garam.evaluation.chart.Series.Point;
import io.garam.evaluation.chart.Series.Shape;
import io.garam.evaluation.chart.Unit;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** The most frequent intents over time, and all utterances over time. */
final class TimelineSection {

  /** As many as there are colours. */
  private static final int MOST_INTENTS = 4;

  private final Timeline timeline;
  private final BinTimes times;

  private TimelineSection(Timeline timeline) {
    this.timeline = timeline;
    this.times = new BinTimes(timeline);
  }

  static Optional<Section> of(Timeline timeline) {
    return timeline.bins().size() < 2
        ? Optional.empty()
        : Optional.of(new TimelineSection(timeline).section());
  }

  private Section section() {
    return new Section(
        "Intents over time",
        "Utterances in every " + times.width() + ", from " + times.span() + ", in UTC." + ignored(),
        List.of(div().withClass("charts").with(intents(), all())));
  }

  private String ignored() {
    return timeline.ignored() == 0
        ? ""
        : " Left out: "
            + NumberFormats.count(timeline.ignored())
            + " without a time between the years 1970 and 9999.";
  }

  private DomContent intents() {
    LabelTotals totals = LabelTotals.of(timeline);
    List<String> most = totals.mostFrequent(MOST_INTENTS);
    List<Series> series = new ArrayList<>();
    for (String label : most) {
      series.add(new Series(label, Shape.LINE, points(bin -> bin.count(label))));
    }
    if (totals.counts().size() > most.size()) {
      series.add(new Series("others", Shape.REFERENCE, points(bin -> others(bin, most))));
    }
    return chart("The most frequent intents", series);
  }

  private static int others(TimelineBin bin, List<String> most) {
    return bin.total() - most.stream().mapToInt(label -> bin.count(label)).sum();
  }

  private DomContent all() {
    return chart("All utterances", List.of(new Series("", Shape.BARS, points(TimelineBin::total))));
  }

  /** Points stand in the middle of their bins. */
  private List<Point> points(ToIntFunction<TimelineBin> count) {
    return timeline.bins().stream()
        .map(
            bin ->
                new Point(
                    bin.startMillis() + timeline.widthMillis() / 2.0,
                    count.applyAsInt(bin),
                    times.start(bin) + ": " + NumberFormats.count(count.applyAsInt(bin))))
        .toList();
  }

  private DomContent chart(String title, List<Series> series) {
    List<TimelineBin> bins = timeline.bins();
    int greatest =
        series.stream()
            .flatMap(one -> one.points().stream())
            .mapToInt(point -> (int) point.y())
            .max()
            .orElse(0);
    return new Chart(
            title,
            new Axis(
                "time (UTC)",
                bins.get(0).startMillis(),
                (double) bins.get(bins.size() - 1).startMillis() + timeline.widthMillis(),
                Unit.TIME),
            Axis.holding(
                "utterances per " + times.width(),
                Unit.COUNT,
                IntStream.of(0, greatest).asDoubleStream()),
            series,
            List.of())
        .svg();
  }
}
