package io.garam.training.packaging;

import org.jspecify.annotations.Nullable;

/**
 * Origin of a corpus: whose work a corpus is, for the model card: a model inherits its corpus's
 * licence and owes its authors their names.
 *
 * @param name the name by which it is known, absent for that of its file
 * @param licence its licence, such as {@code CC BY-SA 4.0}
 * @param authors who made it
 * @param url where it is published
 * @param language its language, as an ISO 639-1 code; absent for what its script tells
 */
public record CorpusOrigin(
    @Nullable String name,
    @Nullable String licence,
    @Nullable String authors,
    @Nullable String url,
    @Nullable String language) {

  /** Nothing is known. */
  public static final CorpusOrigin UNKNOWN = new CorpusOrigin(null, null, null, null, null);
}
