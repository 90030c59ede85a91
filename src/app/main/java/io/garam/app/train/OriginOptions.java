package io.garam.app.train;

import io.garam.training.packaging.CorpusOrigin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that say whose work a corpus is. */
final class OriginOptions {

  @Option(
      names = "--corpus-name",
      paramLabel = "NAME",
      description = "The corpus's name for the model card. Default: that of its file.")
  private @Nullable String name;

  @Option(
      names = "--corpus-licence",
      paramLabel = "LICENCE",
      description = "Its licence, such as \"CC BY-SA 4.0\"; the model card names it.")
  private @Nullable String licence;

  @Option(
      names = "--corpus-authors",
      paramLabel = "AUTHORS",
      description = "Who made it; the model card names them.")
  private @Nullable String authors;

  @Option(
      names = "--corpus-url",
      paramLabel = "URL",
      description = "Where it is published; the model card links there.")
  private @Nullable String url;

  @Option(
      names = "--corpus-language",
      paramLabel = "CODE",
      description =
          "Its language, such as en (ISO 639-1). Default: ko for Hangul; other scripts do not tell.")
  private @Nullable String language;

  CorpusOrigin origin() {
    return new CorpusOrigin(name, licence, authors, url, language);
  }
}
