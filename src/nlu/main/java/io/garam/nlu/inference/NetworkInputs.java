package io.garam.nlu.inference;

import io.garam.nlu.encoding.CharacterNgrams;
import io.garam.nlu.encoding.EncodedUtterance;
import io.garam.nlu.encoding.Vocabulary;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.List;

/**
 * The inputs of a model's graph for one batch, in direct buffers that are used again for the next.
 * This class is the contract between the graph that training exports and the tagger:
 *
 * <ul>
 *   <li>{@link #WORDS}, int32 {@code [batch, time]}: rows of the word table, padded with {@link
 *       Vocabulary#PADDING}
 *   <li>{@link #UNKNOWNS}, int32 {@code [batch, time]}: for a token out of the vocabulary, which
 *       row of {@link #SUBWORDS} spells it; 0 for all others
 *   <li>{@link #SUBWORDS}, int32 {@code [1 + unknown, n-grams]}: rows of the subword table, padded
 *       with 0; the first row is all padding
 *   <li>{@link #SUBWORD_SCALES}, float {@code [1 + unknown, 1]}: 1/√n for n n-grams
 *   <li>{@link #LENGTHS}, int32 {@code [batch]}: tokens of each utterance, at least 1
 * </ul>
 *
 * <p>and, where the model reads characters beside the words,
 *
 * <ul>
 *   <li>{@link #CHARACTERS}, int32 {@code [batch, characters, 4]}: rows of the character table, see
 *       {@link CharacterNgrams}, padded with 0
 *   <li>{@link #CHARACTER_LENGTHS}, int32 {@code [batch]}: characters of each utterance, at least 1
 * </ul>
 *
 * <p>Not safe for many threads.
 */
public final class NetworkInputs {

  public static final String WORDS = "words";
  public static final String UNKNOWNS = "unknowns";
  public static final String SUBWORDS = "subwords";
  public static final String SUBWORD_SCALES = "subword_scales";
  public static final String LENGTHS = "lengths";

  public static final String CHARACTERS = "characters";
  public static final String CHARACTER_LENGTHS = "character_lengths";

  /** The graph's one output, float {@code [batch, labels]}. */
  public static final String LOGITS = "logits";

  private IntBuffer words = ints(0);
  private IntBuffer unknowns = ints(0);
  private IntBuffer subwords = ints(0);
  private FloatBuffer subwordScales = floats(0);
  private IntBuffer lengths = ints(0);
  private IntBuffer characters = ints(0);
  private IntBuffer characterLengths = ints(0);
  private int batch;
  private int time;
  private int spelled;
  private int ngrams;
  private int characterTime;

  /**
   * Fills the buffers of the words' view with a batch.
   *
   * @throws IllegalArgumentException if an utterance has no tokens
   */
  void fill(List<EncodedUtterance> utterances) {
    batch = utterances.size();
    time = 0;
    spelled = 1;
    ngrams = 1;
    for (EncodedUtterance utterance : utterances) {
      if (utterance.length() == 0) {
        throw new IllegalArgumentException("an utterance without tokens cannot be classified");
      }
      time = Math.max(time, utterance.length());
      spelled += utterance.subwords().size();
      for (int[] rows : utterance.subwords()) {
        ngrams = Math.max(ngrams, rows.length);
      }
    }
    reserve();
    int nextSpelled = 1;
    putSpelling(0, new int[0]);
    for (int row = 0; row < batch; row++) {
      EncodedUtterance utterance = utterances.get(row);
      lengths.put(row, utterance.length());
      int nextSubwords = 0;
      for (int t = 0; t < time; t++) {
        int at = row * time + t;
        int word = t < utterance.length() ? utterance.words()[t] : Vocabulary.PADDING;
        words.put(at, word);
        if (word == Vocabulary.UNKNOWN) {
          putSpelling(nextSpelled, utterance.subwords().get(nextSubwords++));
          unknowns.put(at, nextSpelled++);
        } else {
          unknowns.put(at, 0);
        }
      }
    }
  }

  /**
   * Fills the buffers of the characters' view with the same batch.
   *
   * @throws IllegalArgumentException if an utterance has no characters
   */
  void fillCharacters(List<EncodedUtterance> utterances) {
    characterTime = 0;
    for (EncodedUtterance utterance : utterances) {
      if (utterance.characterCount() == 0) {
        throw new IllegalArgumentException("an utterance without characters cannot be classified");
      }
      characterTime = Math.max(characterTime, utterance.characterCount());
    }
    int width = characterTime * CharacterNgrams.PER_CHARACTER;
    characters = reserved(characters, utterances.size() * width);
    characterLengths = reserved(characterLengths, utterances.size());
    for (EncodedUtterance utterance : utterances) {
      int[] rows = utterance.characters();
      characterLengths.put(utterance.characterCount());
      characters.put(rows);
      for (int i = rows.length; i < width; i++) {
        characters.put(0);
      }
    }
    characters.flip();
    characterLengths.flip();
  }

  private void putSpelling(int row, int[] rows) {
    for (int i = 0; i < ngrams; i++) {
      subwords.put(row * ngrams + i, i < rows.length ? rows[i] : 0);
    }
    subwordScales.put(row, rows.length == 0 ? 0f : (float) (1 / Math.sqrt(rows.length)));
  }

  private void reserve() {
    words = reserved(words, batch * time);
    unknowns = reserved(unknowns, batch * time);
    subwords = reserved(subwords, spelled * ngrams);
    lengths = reserved(lengths, batch);
    if (subwordScales.capacity() < spelled) {
      subwordScales = floats(spelled + spelled / 2);
    }
    subwordScales.clear().limit(spelled);
  }

  private static IntBuffer reserved(IntBuffer buffer, int size) {
    IntBuffer enough = buffer.capacity() < size ? ints(size + size / 2) : buffer;
    enough.clear().limit(size);
    return enough;
  }

  private static IntBuffer ints(int size) {
    return bytes(size).asIntBuffer();
  }

  private static FloatBuffer floats(int size) {
    return bytes(size).asFloatBuffer();
  }

  private static ByteBuffer bytes(int numbers) {
    return ByteBuffer.allocateDirect(numbers * Integer.BYTES).order(ByteOrder.nativeOrder());
  }

  IntBuffer words() {
    return words;
  }

  IntBuffer unknowns() {
    return unknowns;
  }

  IntBuffer subwords() {
    return subwords;
  }

  FloatBuffer subwordScales() {
    return subwordScales;
  }

  IntBuffer lengths() {
    return lengths;
  }

  IntBuffer characters() {
    return characters;
  }

  IntBuffer characterLengths() {
    return characterLengths;
  }

  long[] characterShape() {
    return new long[] {batch, characterTime, CharacterNgrams.PER_CHARACTER};
  }

  long[] tokenShape() {
    return new long[] {batch, time};
  }

  long[] subwordShape() {
    return new long[] {spelled, ngrams};
  }

  long[] scaleShape() {
    return new long[] {spelled, 1};
  }

  long[] lengthShape() {
    return new long[] {batch};
  }
}
