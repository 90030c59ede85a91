package io.garam.training.corpus.rows;

import io.garam.nlu.GaramException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Head of a corpus: what tells its format.
 *
 * @param corpus the file's name
 * @param text how its text begins
 */
record CorpusHead(String corpus, String text) {

  private static final Pattern ARRAY = Pattern.compile("\\s*\\[\\s*[\\[{\\]].*", Pattern.DOTALL);
  private static final Pattern RASA_JSON =
      Pattern.compile("\\s*\\{\\s*\"rasa_nlu_data\".*", Pattern.DOTALL);

  /** Returns the first line that is not blank, or an empty one. */
  String firstLine() {
    return text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
  }

  /** Returns the ending of the file's name, in small letters and without that of gzip. */
  String ending() {
    String name = corpus.toLowerCase(Locale.ROOT);
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    return plain.substring(plain.lastIndexOf('.') + 1);
  }

  boolean isJsonArray() {
    return ARRAY.matcher(text).matches();
  }

  /**
   * Makes sure that this is not one of the forms that Rasa's training data had before YAML.
   *
   * @throws GaramException if it is
   */
  void requireNoOldRasa() {
    if (firstLine().startsWith("## intent:") || RASA_JSON.matcher(text).matches()) {
      throw new GaramException(
          "Expected Rasa's training data in the corpus "
              + corpus
              + " as YAML, but found an older form; convert it with rasa data convert nlu -f"
              + " yaml.");
    }
  }
}
