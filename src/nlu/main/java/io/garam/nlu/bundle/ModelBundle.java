package io.garam.nlu.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.garam.nlu.GaramException;
import io.garam.nlu.encoding.UtteranceEncoder;
import io.garam.nlu.encoding.Vocabulary;
import io.garam.nlu.encoding.WordEncoder;
import io.garam.nlu.encoding.WordView;
import io.garam.nlu.graph.GraphCheck;
import io.garam.nlu.graph.GraphSizes;
import io.garam.nlu.io.FileFault;
import io.garam.nlu.signature.TrustedKeys;
import io.garam.nlu.text.Printable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Model bundle in memory, read from its folder and written to one. The folder has
 *
 * <ul>
 *   <li>{@link #SPEC}: the {@link ModelSpec}, with the digests of the next five
 *   <li>{@link #NETWORK}: the graph that reads an utterance; its words alone where the model is a
 *       cascade
 *   <li>{@link #CHARACTERS}: the graph of the second stage, where the model is a cascade
 *   <li>{@link #DIALOGUE_STEP}: the graph that goes on from there, where the model follows
 *       dialogues
 *   <li>{@link #VOCABULARY}: the known tokens, one a line, in the order of their rows; empty where
 *       the model reads characters alone
 *   <li>{@link #GOLDEN}: golden utterances, one JSON object a line
 *   <li>{@link #SIGNATURE}: the signature of the spec, where it was signed
 *   <li>{@link #CARD}: the model card, for people; it may be edited
 *   <li>{@link #REPORT}: the training report, where there is one; never read
 * </ul>
 *
 * @param folder where it is
 * @param networks the serialized ONNX models
 */
public record ModelBundle(
    Path folder,
    ModelSpec spec,
    Networks networks,
    Vocabulary vocabulary,
    GoldenUtterances golden) {

  public static final String SPEC = "model.json";
  public static final String SIGNATURE = "model.json.sig";
  public static final String NETWORK = "model.onnx";
  public static final String CHARACTERS = "characters.onnx";
  public static final String DIALOGUE_STEP = "dialogue.onnx";
  public static final String VOCABULARY = "vocabulary.txt";
  public static final String GOLDEN = "golden.jsonl";
  public static final String CARD = "README.md";
  public static final String REPORT = "report.html";

  /** Some forty times the largest that ships. */
  private static final int MOST_BYTES_OF_A_GRAPH = 300 << 20;

  private static final int MOST_BYTES_OF_LINES = 64 << 20;

  /** Returns the encoder that training used. */
  public UtteranceEncoder encoder() {
    WordView words = spec.words();
    return new UtteranceEncoder(
        words == null ? null : new WordEncoder(words, vocabulary), spec.characters());
  }

  /**
   * Checks that the graphs are those that training writes for the spec.
   *
   * @throws GaramException if one is not
   */
  public void checkGraphs() {
    Path utterance = folder.resolve(NETWORK);
    GraphSizes sizes = spec.sizes(vocabulary);
    if (networks.characters() != null) {
      GraphCheck.check(networks.utterance(), utterance, sizes.ofWords());
      GraphCheck.check(networks.characters(), folder.resolve(CHARACTERS), sizes.ofCharacters());
      return;
    }
    List<Long> vectors = GraphCheck.check(networks.utterance(), utterance, sizes);
    if (networks.dialogueStep() != null && spec.dialogue() != null) {
      GraphCheck.checkStep(
          networks.dialogueStep(),
          folder.resolve(DIALOGUE_STEP),
          vectors,
          sizes.labels(),
          spec.dialogue());
    }
  }

  /**
   * Reads a bundle and verifies the digest of each file.
   *
   * @throws GaramException if the folder or a file is missing, or a file is not what was written
   */
  public static ModelBundle read(Path folder) {
    return read(folder, TrustedKeys.NONE);
  }

  /**
   * Reads a bundle and verifies its signature, and by it the digest of each file.
   *
   * @param keys one of which must have signed the bundle, where there are any
   * @throws GaramException as {@link #read(Path)}, and if none has
   */
  public static ModelBundle read(Path folder, TrustedKeys keys) {
    if (!Files.isDirectory(folder)) {
      throw new GaramException(
          "Expected a model bundle in the folder "
              + folder
              + (Files.exists(folder) ? ", but that is a file" : ", but there is no such folder")
              + "; name one that `garam train` wrote, such as"
              + " models/korean-intention.");
    }
    ModelSpec spec = SpecFile.read(new BundleFolder(folder), keys);
    VerifiedFiles files = new VerifiedFiles(new BundleFolder(folder), spec.files());
    try {
      byte[] utterance = files.read(NETWORK, MOST_BYTES_OF_A_GRAPH);
      byte[] characters =
          spec.cascade() == null ? null : files.read(CHARACTERS, MOST_BYTES_OF_A_GRAPH);
      byte[] step =
          spec.dialogue() == null ? null : files.read(DIALOGUE_STEP, MOST_BYTES_OF_A_GRAPH);
      Networks networks = new Networks(utterance, characters, step);
      Vocabulary vocabulary = new Vocabulary(lines(files.read(VOCABULARY, MOST_BYTES_OF_LINES)));
      GoldenUtterances golden = GoldenFile.read(files.read(GOLDEN, MOST_BYTES_OF_LINES));
      GoldenBounds.check(folder.resolve(GOLDEN), golden, spec.decision().labels());
      return new ModelBundle(folder, spec, networks, vocabulary, golden);
    } catch (IOException | IllegalArgumentException e) {
      throw new GaramException(
          "Expected a readable model bundle in "
              + folder
              + ", but found this: "
              + Printable.sentence(
                  e instanceof JsonProcessingException json
                      ? SpecFault.of(json)
                      : String.valueOf(e.getMessage()))
              + "; train or copy the model again.",
          e);
    }
  }

  /**
   * Writes a bundle to a folder, which is created where it is missing. The spec is written last, so
   * that a bundle cut short is never taken for whole.
   *
   * @param spec the spec; its {@code files} are replaced by the digests of what is written
   * @param card the model card, Markdown
   * @return the bundle as a reader will see it
   * @throws GaramException if the folder cannot be written
   */
  public static ModelBundle write(
      Path folder,
      ModelSpec spec,
      Networks networks,
      Vocabulary vocabulary,
      GoldenUtterances golden,
      String card) {
    try {
      Map<String, byte[]> contents = new LinkedHashMap<>();
      contents.put(NETWORK, networks.utterance());
      if (networks.characters() != null) {
        contents.put(CHARACTERS, networks.characters());
      }
      if (networks.dialogueStep() != null) {
        contents.put(DIALOGUE_STEP, networks.dialogueStep());
      }
      contents.put(VOCABULARY, unlines(vocabulary.tokens()));
      contents.put(GOLDEN, GoldenFile.write(golden));
      ModelSpec complete =
          spec.withFiles(
              contents.entrySet().stream()
                  .collect(Collectors.toMap(Map.Entry::getKey, e -> FileDigest.of(e.getValue()))));
      Files.createDirectories(folder);
      Files.deleteIfExists(folder.resolve(SPEC));
      Files.deleteIfExists(folder.resolve(SIGNATURE));
      Files.deleteIfExists(folder.resolve(CHARACTERS));
      Files.deleteIfExists(folder.resolve(DIALOGUE_STEP));
      for (Map.Entry<String, byte[]> file : contents.entrySet()) {
        Files.write(folder.resolve(file.getKey()), file.getValue());
      }
      Files.writeString(folder.resolve(CARD), card);
      Files.write(folder.resolve(SPEC), SpecFile.write(complete));
      return new ModelBundle(folder, complete, networks, vocabulary, golden);
    } catch (IOException e) {
      throw new GaramException(
          "Expected to write a model bundle to "
              + folder
              + ", but that failed ("
              + FileFault.of(e)
              + "); choose another folder or free some space.",
          e);
    }
  }

  private static List<String> lines(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    return text.isEmpty() ? List.of() : List.of(text.split("\n"));
  }

  private static byte[] unlines(List<String> tokens) {
    return tokens.stream()
        .map(token -> token + "\n")
        .collect(Collectors.joining())
        .getBytes(StandardCharsets.UTF_8);
  }
}
