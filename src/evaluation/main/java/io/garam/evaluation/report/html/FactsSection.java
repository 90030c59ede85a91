package io.garam.evaluation.report.html;

import static j2html.TagCreator.each;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.tr;

import io.garam.evaluation.report.Fact;
import java.util.List;

/** What was measured, as a table of names and values. */
final class FactsSection {

  private FactsSection() {}

  static Section of(List<Fact> facts) {
    return new Section(
        "What was measured",
        "Enough to measure it again.",
        List.of(
            table(
                    tbody(
                        each(
                            facts,
                            fact ->
                                tr(
                                    th(fact.name()).attr("scope", "row"),
                                    td(fact.value()).withClass("value")))))
                .withClass("facts")));
  }
}
