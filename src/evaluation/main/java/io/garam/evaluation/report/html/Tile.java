package io.garam.evaluation.report.html;

import static j2html.TagCreator.div;

import j2html.tags.DomContent;

/** A figure in large type. */
final class Tile {

  private Tile() {}

  static DomContent of(String name, String value, String meaning) {
    return div(
            div(name).withClass("name"),
            div(value).withClass("figure"),
            div(meaning).withClass("meaning"))
        .withClass("tile");
  }
}
