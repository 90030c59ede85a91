package io.garam.nlu.text;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * Tokenizer: splits a text into tokens. Implementations are records of their settings, so that the
 * bundle records them and tagging repeats exactly what training did; they are deterministic and
 * safe for many threads.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = WordTokenizer.class, name = "words"),
  @JsonSubTypes.Type(value = WhiteSpaceTokenizer.class, name = "whitespace"),
  @JsonSubTypes.Type(value = MorphemeTokenizer.class, name = "morphemes")
})
public sealed interface Tokenizer permits WordTokenizer, WhiteSpaceTokenizer, MorphemeTokenizer {

  /** Returns how many tokens of a long text are kept, from its start. */
  int maxTokens();

  /**
   * Returns the tokens of a text in order; none for a text that is blank by {@link
   * NormalForm#isBlank}, and at least one for any other.
   */
  List<String> tokenize(String text);
}
