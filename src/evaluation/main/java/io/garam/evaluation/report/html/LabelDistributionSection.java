package io.garam.evaluation.report.html;

import static j2html.TagCreator.each;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import io.garam.evaluation.LabelDistribution;
import io.garam.evaluation.LabelShare;
import io.garam.evaluation.NumberFormats;
import j2html.tags.DomContent;
import java.util.List;
import java.util.Locale;

/** How often which label is given, the most frequent first. */
final class LabelDistributionSection {

  private LabelDistributionSection() {}

  static Section of(LabelDistribution distribution) {
    return new Section(
        "Labels given",
        "How often the model gives each label to the "
            + NumberFormats.count(distribution.count())
            + " utterances, right or wrong, and how sure it is on average.",
        List.of(
            table(
                    thead(tr(th("label"), th("utterances"), th("share"), th("mean confidence"))),
                    tbody(each(distribution.labels(), LabelDistributionSection::row)))
                .withClass("labels numbers")));
  }

  private static DomContent row(LabelShare label) {
    return tr(
        th(label.label()).attr("scope", "row"),
        td(NumberFormats.count(label.count())),
        td(NumberFormats.percent(label.share()))
            .withClass("bar")
            .withStyle(String.format(Locale.ROOT, "--share:%.3f", label.share())),
        td(NumberFormats.fraction(label.confidence())));
  }
}
