package io.garam.evaluation.report.html;

import static j2html.TagCreator.body;
import static j2html.TagCreator.document;
import static j2html.TagCreator.each;
import static j2html.TagCreator.footer;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.head;
import static j2html.TagCreator.header;
import static j2html.TagCreator.html;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.style;

import io.garam.evaluation.chart.Colours;
import io.garam.evaluation.explanation.ExplanationPicture;
import j2html.TagCreator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** HTML page around the sections of a report, with its style sheet in it. */
record HtmlPage(String title, String lead, List<Section> sections) {

  private static final String STYLE = "report.css";

  String text() {
    return document(
        html(
                head(
                    meta().withCharset("utf-8"),
                    meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                    meta().withName("color-scheme").withContent("light dark"),
                    TagCreator.title(title),
                    style(
                        rawHtml(
                            Colours.styleSheet()
                                + styleSheet()
                                + ExplanationPicture.styleSheet()))),
                body(
                    main(
                        header(h1(title), p(lead)),
                        each(sections, Section::html),
                        footer(p("Written by Garam.")))))
            .withLang("en"));
  }

  private static String styleSheet() {
    try (InputStream css = HtmlPage.class.getResourceAsStream(STYLE)) {
      return new String(Objects.requireNonNull(css, STYLE).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
