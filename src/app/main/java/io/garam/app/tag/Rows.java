package io.garam.app.tag;

/** How answers are written, each on a line of its own. */
@FunctionalInterface
interface Rows {

  /** Returns the row, without its line break. */
  String of(TagResult answer);
}
