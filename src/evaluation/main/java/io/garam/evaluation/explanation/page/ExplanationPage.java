package io.garam.evaluation.explanation.page;

import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import io.garam.evaluation.NumberFormats;
import io.garam.evaluation.explanation.EffectTable;
import io.garam.evaluation.explanation.ExplanationPicture;
import io.garam.evaluation.explanation.GateTable;
import io.garam.evaluation.explanation.ShownGates;
import io.garam.evaluation.explanation.TextExplanation;
import io.garam.evaluation.report.html.HtmlReport;
import io.garam.evaluation.report.html.Section;
import io.garam.nlu.explanation.Explanation;
import io.garam.nlu.explanation.LabelScore;
import io.garam.nlu.text.Printable;
import j2html.TagCreator;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Explanation as a page for a browser: all that a terminal shows, beside the picture. */
public final class ExplanationPage {

  private final Explanation explanation;
  private final ShownGates gates;

  private ExplanationPage(Explanation explanation, ShownGates gates) {
    this.explanation = explanation;
    this.gates = gates;
  }

  /**
   * Makes the page of an explanation.
   *
   * @param gates of which it tells
   */
  public static HtmlReport of(Explanation explanation, ShownGates gates) {
    ExplanationPage page = new ExplanationPage(explanation, gates);
    List<Section> sections = new ArrayList<>(List.of(page.answer(), page.picture()));
    sections.add(page.effects("Tokens", "", EffectTable.ofTokens(explanation)));
    if (!explanation.earlier().isEmpty()) {
      sections.add(
          page.effects(
              "What was said before",
              "Each earlier utterance of the dialogue, whoever said it, is left out in turn.",
              EffectTable.ofEarlier(explanation)));
    }
    if (gates.withCharacters(explanation)) {
      sections.add(page.effects("Characters", "", EffectTable.ofCharacters(explanation)));
    }
    if (!gates.equals(ShownGates.NONE)) {
      sections.add(page.layers());
    }
    return new HtmlReport(
        "Why \""
            + Printable.sentence(explanation.text())
            + "\" is taken for "
            + Printable.escape(explanation.intent().label()),
        "Answered by " + explanation.intent().model() + ".",
        sections);
  }

  private Section answer() {
    return new Section(
        "The answer",
        "It "
            + TextExplanation.answer(explanation)
            + " Log-odds tell apart what rounds to the same probability: 0 is one half, 2.2 is 0.9,"
            + " 4.6 is 0.99.",
        List.of(
            TagCreator.table(
                    thead(tr(th("label"), th("confidence"), th("log-odds"))),
                    tbody(row(explanation.label()), row(explanation.runnerUp())))
                .withClass("numbers")));
  }

  private static DomContent row(LabelScore score) {
    return tr(
        th(Printable.escape(score.label())),
        td(NumberFormats.confidence(score.confidence(), 4)),
        td(String.format(Locale.ROOT, "%+.2f", score.logOdds())));
  }

  private Section picture() {
    return new Section(
        "What its parts do",
        "Each part is left out in turn, and the rest is answered like any other text. A bar up, in"
            + " blue, says that the part raises the label: its log-odds are greater with the part"
            + " than without it. A bar down, in orange, says that it lowers the label. Parts that"
            + " say the same do little one by one, since the other is still there: effects do not"
            + " add up to the answer.",
        List.of(div(rawHtml(ExplanationPicture.inPage(explanation, gates))).withClass("wide")));
  }

  private Section effects(String heading, String note, EffectTable effects) {
    List<DomContent> content = new ArrayList<>();
    if (!effects.rows().isEmpty()) {
      content.add(table(effects.header(), effects.rows()));
    }
    if (!effects.rest().isEmpty()) {
      content.add(p(effects.rest() + ".").withClass("note"));
    }
    return new Section(
        heading,
        (note.isEmpty() ? "" : note + " ")
            + "Without it: the answer where it would be another one. The last two columns are the"
            + " effects on the two labels.",
        content);
  }

  private Section layers() {
    List<DomContent> content = new ArrayList<>();
    content.add(ul(each(GateTable.meanings(explanation.layers(), gates), meaning -> li(meaning))));
    explanation.layers().forEach(layer -> content.add(gates(new GateTable(layer, gates))));
    return new Section(
        "Gates",
        "How far each gate is open at each step, 0 to 1, as the mean of all units. In the"
            + " picture each row of a map is a unit, the same one in all maps of a direction,"
            + " and the stronger the blue, the wider its gate is open. The answer also comes from"
            + " the greatest value of each unit at any step, which needs no keeping.",
        content);
  }

  private static DomContent gates(GateTable gates) {
    return gates.hasGates()
        ? details(
            summary(gates.title()),
            table(gates.header(), gates.rows()),
            each(gates.mostOpen(), line -> p(line).withClass("note")))
        : p(gates.title() + ".");
  }

  private static DomContent table(List<String> header, List<List<String>> rows) {
    return TagCreator.table(
            thead(tr(each(header, title -> th(Printable.escape(title))))),
            tbody(
                each(
                    rows,
                    row ->
                        tr(
                            th(Printable.sentence(row.get(0))).attr("scope", "row"),
                            each(row.subList(1, row.size()), cell -> td(Printable.escape(cell)))))))
        .withClass("numbers");
  }
}
