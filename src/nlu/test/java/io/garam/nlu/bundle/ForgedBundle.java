package io.garam.nlu.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.garam.nlu.GaramException;
import io.garam.nlu.ShippedModel;
import io.garam.nlu.inference.IntentClassifier;
import io.garam.nlu.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A copy of a shipped bundle that is changed and whose digests are then made to match. */
record ForgedBundle(Path folder) {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int LONGEST_SENTENCE = 2_000;

  static ForgedBundle of(Path shipped, Path folder) throws IOException {
    return new ForgedBundle(ShippedModel.copyTo(folder, shipped));
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /** What is done to a bundle. */
  interface Forgery {
    void alter(ForgedBundle bundle) throws Exception;
  }

  /**
   * A bundle that must not load.
   *
   * @param name says what is wrong with it
   * @param sentence what the refusal must say
   */
  record Hostile(String name, Path shipped, Forgery forgery, String sentence) {

    @Override
    public String toString() {
      return name;
    }

    void isRefused(Path folder) throws Exception {
      ForgedBundle bundle = ForgedBundle.of(shipped, folder);
      forgery.alter(bundle);
      Throwable refusal =
          assertTimeoutPreemptively(
              LIMIT, () -> catchThrowable(() -> IntentClassifier.load(folder).close()));
      assertThat(refusal).isExactlyInstanceOf(GaramException.class);
      assertThat(refusal.getMessage())
          .startsWith("Expected")
          .contains("but ")
          .contains("; ")
          .endsWith(".")
          .contains(sentence)
          .hasSizeLessThan(LONGEST_SENTENCE)
          .doesNotContainPattern("[\\p{Cntrl}]")
          .doesNotContain("REDACTED")
          .doesNotContain("io.garam.");
    }
  }

  static Hostile plain(String name, Forgery forgery, String sentence) {
    return new Hostile(name, ShippedModel.FOLDER, forgery, sentence);
  }

  static Hostile dialogue(String name, Forgery forgery, String sentence) {
    return new Hostile(name, ShippedModel.WITH_DIALOGUES, forgery, sentence);
  }

  /** Changes the spec. */
  interface SpecEdit {
    void edit(ObjectNode spec, ObjectNode decision);
  }

  static Forgery spec(SpecEdit edit) {
    return bundle -> {
      ObjectNode spec = bundle.readSpec();
      edit.edit(spec, (ObjectNode) spec.get("decision"));
      bundle.writeSpec(spec);
    };
  }

  /** Changes a graph. */
  interface GraphEdit {
    void edit(ModelProto.Builder model);
  }

  static Forgery graph(String name, GraphEdit edit) {
    return bundle -> {
      ModelProto.Builder model =
          ModelProto.parseFrom(Files.readAllBytes(bundle.file(name))).toBuilder();
      edit.edit(model);
      bundle.write(name, model.build().toByteArray());
    };
  }

  static Forgery content(String name, String content) {
    return bundle -> bundle.write(name, content.getBytes(UTF_8));
  }

  /** Writes a file and its digest. */
  void write(String name, byte[] content) throws IOException {
    Files.write(file(name), content);
    ObjectNode spec = readSpec();
    ObjectNode files = (ObjectNode) spec.get("files");
    files.set(name, Json.MAPPER.valueToTree(FileDigest.of(content)));
    writeSpec(spec);
  }

  private ObjectNode readSpec() throws IOException {
    return (ObjectNode) Json.MAPPER.readTree(file(ModelBundle.SPEC).toFile());
  }

  private void writeSpec(ObjectNode spec) throws IOException {
    spec.remove("digest");
    try {
      ObjectNode whole = spec.deepCopy();
      if (!whole.has("cascade")) {
        whole.putNull("cascade");
      }
      SpecFile.addStride(whole);
      String digest = Json.MAPPER.treeToValue(whole, ModelSpec.class).reference().digest();
      spec.put("digest", digest);
    } catch (IOException | RuntimeException e) {
      spec.put("digest", "of nothing that can be read");
    }
    Json.MAPPER.writeValue(file(ModelBundle.SPEC).toFile(), spec);
  }
}
