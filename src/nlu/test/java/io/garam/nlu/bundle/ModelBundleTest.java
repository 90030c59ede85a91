package io.garam.nlu.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.garam.nlu.GaramException;
import io.garam.nlu.ShippedModel;
import io.garam.nlu.inference.IntentClassifier;
import io.garam.nlu.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ModelBundleTest {

  @TempDir private Path folder;

  @Test
  void whatIsWrittenIsReadBack(@TempDir Path other) {
    ModelBundle shipped = ModelBundle.read(ShippedModel.FOLDER);
    ModelBundle written =
        ModelBundle.write(
            other.resolve("new/folder"),
            shipped.spec(),
            shipped.networks(),
            shipped.vocabulary(),
            shipped.golden(),
            "# A card");
    ModelBundle read = ModelBundle.read(other.resolve("new/folder"));
    assertThat(read.spec()).isEqualTo(shipped.spec()).isEqualTo(written.spec());
    assertThat(read.golden()).isEqualTo(shipped.golden());
    assertThat(read.vocabulary().tokens()).isEqualTo(shipped.vocabulary().tokens());
    assertThat(read.spec().reference()).isEqualTo(shipped.spec().reference());
    assertThat(other.resolve("new/folder/README.md")).hasContent("# A card");
  }

  @Test
  void aMissingFolderIsNamed() {
    assertRefused(folder.resolve("nowhere")).hasMessageContaining("there is no such folder");
  }

  @Test
  void aFolderWithoutASpecIsRefused() {
    assertRefused(folder).hasMessageContaining("it has no model.json; name a folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {ModelBundle.NETWORK, ModelBundle.VOCABULARY, ModelBundle.GOLDEN})
  void aFileShorterByOneByteIsRefused(String name) throws IOException {
    Path file = ShippedModel.copyTo(folder).resolve(name);
    byte[] content = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(content, content.length - 1));
    assertRefused(folder)
        .hasMessageContaining(name)
        .hasMessageContaining(content.length + " bytes")
        .hasMessageContaining((content.length - 1) + " bytes");
  }

  @Test
  void aFileWithOneBitFlippedIsRefused() throws IOException {
    Path file = ShippedModel.copyTo(folder).resolve(ModelBundle.NETWORK);
    byte[] content = Files.readAllBytes(file);
    content[content.length / 2] ^= 1;
    Files.write(file, content);
    assertRefused(folder).hasMessageContaining("SHA-256");
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    Files.delete(ShippedModel.copyTo(folder).resolve(ModelBundle.VOCABULARY));
    assertRefused(folder).hasMessageContaining(ModelBundle.VOCABULARY);
  }

  @Test
  void anEditedCardDoesNoHarm() throws IOException {
    Files.writeString(ShippedModel.copyTo(folder).resolve(ModelBundle.CARD), "edited");
    try (IntentClassifier classifier = IntentClassifier.load(folder)) {
      assertThat(classifier.labels()).isNotEmpty();
    }
  }

  @Test
  void aModelThatReadsNothingIsRefused() throws IOException {
    editSpec(
        spec -> {
          spec.putNull("words");
          spec.putNull("characters");
        });
    assertRefused(folder).hasMessageContaining("must read words, characters or both");
  }

  @Test
  void anUnknownTokenizerIsNamed() throws IOException {
    editSpec(spec -> ((ObjectNode) spec.get("words").get("tokenizer")).put("type", "syllables"));
    assertRefused(folder).hasMessageContaining("syllables");
  }

  @Test
  void anotherTokenizerContradictsTheGoldenUtterances() throws IOException {
    editSpec(spec -> ((ObjectNode) spec.get("words").get("tokenizer")).put("type", "morphemes"));
    assertThatThrownBy(() -> IntentClassifier.load(folder).close())
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("as when it was made");
  }

  @Test
  void aBundleOfTheFormatBeforeGivesTheSameAnswers() throws IOException {
    editSpec(spec -> {});
    try (IntentClassifier before = IntentClassifier.load(folder);
        IntentClassifier now = IntentClassifier.load(ShippedModel.FOLDER)) {
      assertThat(before.model()).isEqualTo(now.model());
      assertThat(before.classify("몇 시에 만날까")).isEqualTo(now.classify("몇 시에 만날까"));
    }
  }

  @Test
  void aFormatOfAnotherReleaseIsRefused() throws IOException {
    editSpec(spec -> spec.put("format", 99));
    assertRefused(folder).hasMessageContaining("format 99");
  }

  @Test
  void aTemperatureThatWasTamperedWithContradictsTheGoldenUtterances() throws IOException {
    editSpec(spec -> ((ObjectNode) spec.get("decision")).put("temperature", 3.21));
    assertThatThrownBy(() -> IntentClassifier.load(folder).close())
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("as when it was made");
  }

  @Test
  void aSpecThatIsNotJsonIsRefused() throws IOException {
    Files.writeString(ShippedModel.copyTo(folder).resolve(ModelBundle.SPEC), "{\"format\":");
    assertRefused(folder).hasMessageContaining("not readable");
  }

  @Test
  void theDigestIsOfWhatDecidesAndNotOfTheProvenance() throws IOException {
    String digest = ModelBundle.read(ShippedModel.FOLDER).spec().reference().digest();
    editSpec(spec -> ((ObjectNode) spec.get("provenance")).put("created", "another day"));
    assertThat(ModelBundle.read(folder).spec().reference().digest()).isEqualTo(digest);
    editSpec(spec -> ((ObjectNode) spec.get("decision")).put("threshold", 0.123));
    assertThat(ModelBundle.read(folder).spec().reference().digest()).isNotEqualTo(digest);
  }

  private interface Edit {
    void to(ObjectNode spec);
  }

  /** Changes a spec of format 3, which has no digest of its own. */
  private void editSpec(Edit edit) throws IOException {
    Path file = folder.resolve(ModelBundle.SPEC);
    if (!Files.exists(file)) {
      ShippedModel.copyTo(folder);
    }
    ObjectNode spec = (ObjectNode) Json.MAPPER.readTree(file.toFile());
    spec.put("format", 3).remove("digest");
    edit.to(spec);
    Json.MAPPER.writeValue(file.toFile(), spec);
  }

  private static AbstractThrowableAssert<?, ?> assertRefused(Path folder) {
    return assertThatThrownBy(() -> ModelBundle.read(folder)).isInstanceOf(GaramException.class);
  }
}
