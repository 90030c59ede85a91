package io.garam.evaluation.report.html;

import static j2html.TagCreator.h2;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;

import j2html.tags.DomContent;
import java.util.List;

/**
 * Section of a report with a heading of its own.
 *
 * @param heading what it shows
 * @param note how it is to be read, a sentence or two
 * @param content HTML, any text in it escaped
 */
public record Section(String heading, String note, List<DomContent> content) {

  public Section {
    content = List.copyOf(content);
  }

  DomContent html() {
    return section(h2(heading), p(note).withClass("note")).with(content);
  }
}
