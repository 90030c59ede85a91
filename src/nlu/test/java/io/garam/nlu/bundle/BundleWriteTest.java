package io.garam.nlu.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import io.garam.nlu.ShippedModel;
import io.garam.nlu.decision.Decision;
import io.garam.nlu.encoding.Vocabulary;
import io.garam.nlu.inference.IntentClassifier;
import io.garam.nlu.signature.TrustedKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Bundles that are written: over another one, cut short, or where nothing can be written. */
final class BundleWriteTest {

  private static final ModelBundle PLAIN = ModelBundle.read(ShippedModel.FOLDER);
  private static final ModelBundle DIALOGUE = ModelBundle.read(ShippedModel.WITH_DIALOGUES);

  @TempDir private Path folder;

  private static ModelBundle write(Path folder, ModelBundle bundle) {
    return ModelBundle.write(
        folder, bundle.spec(), bundle.networks(), bundle.vocabulary(), bundle.golden(), "# Card");
  }

  @Test
  void aModelThatFollowsDialoguesIsReadBackWithItsStep() {
    write(folder, DIALOGUE);
    ModelBundle read = ModelBundle.read(folder);

    assertThat(read.spec()).isEqualTo(DIALOGUE.spec().withFiles(DIALOGUE.spec().files()));
    assertThat(read.networks().utterance()).isEqualTo(DIALOGUE.networks().utterance());
    assertThat(read.networks().dialogueStep()).isEqualTo(DIALOGUE.networks().dialogueStep());
    assertThat(read.spec().reference()).isEqualTo(DIALOGUE.spec().reference());
  }

  @Test
  void aModelWithoutDialoguesLeavesNoStepOfTheOneBefore() {
    write(folder, DIALOGUE);
    write(folder, PLAIN);

    assertThat(folder.resolve(ModelBundle.DIALOGUE_STEP)).doesNotExist();
    try (IntentClassifier classifier = IntentClassifier.load(folder)) {
      assertThat(classifier.followsDialogues()).isFalse();
      assertThat(classifier.model()).isEqualTo(PLAIN.spec().reference());
    }
  }

  @Test
  void digestsAreOfWhatIsWrittenAndNotOfWhatTheSpecSaidBefore() {
    ModelBundle changed =
        ModelBundle.write(
            folder,
            PLAIN.spec(),
            PLAIN.networks(),
            new Vocabulary(List.of("하나")),
            PLAIN.golden(),
            "");

    assertThat(changed.spec().files().get(ModelBundle.VOCABULARY))
        .isEqualTo(FileDigest.of("하나\n".getBytes(UTF_8)))
        .isNotEqualTo(PLAIN.spec().files().get(ModelBundle.VOCABULARY));
    assertThat(changed.spec().reference()).isNotEqualTo(PLAIN.spec().reference());
    assertThat(ModelBundle.read(folder).vocabulary().tokens()).containsExactly("하나");
    assertThatThrownBy(() -> IntentClassifier.load(folder).close())
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("words_bytes");
  }

  @Test
  void aBundleThatWasCutShortHasNoSpec() throws IOException {
    write(folder, DIALOGUE);
    Path blocked = folder.resolve(ModelBundle.VOCABULARY);
    Files.delete(blocked);
    Files.createDirectory(blocked);

    assertThatThrownBy(() -> write(folder, PLAIN)).isInstanceOf(GaramException.class);
    assertThat(folder.resolve(ModelBundle.SPEC)).doesNotExist();
    assertThatThrownBy(() -> ModelBundle.read(folder))
        .hasMessageContaining("it has no model.json; name a folder that `garam train` wrote");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFolderThatCannotBeMadeIsNamedWithTheReason() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> write(file, PLAIN))
        .isInstanceOf(GaramException.class)
        .hasMessage(
            "Expected to write a model bundle to "
                + file
                + ", but that failed (a file is in its place); choose another folder or free some"
                + " space.");
  }

  @Test
  void aFileInPlaceOfAFolderIsToldFromNone() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    String end = "; name one that `garam train` wrote, such as models/korean-intention.";
    assertThatThrownBy(() -> ModelBundle.read(file))
        .hasMessage("Expected a model bundle in the folder " + file + ", but that is a file" + end);
    assertThatThrownBy(() -> ModelBundle.read(folder.resolve("none")))
        .hasMessage(
            "Expected a model bundle in the folder "
                + folder.resolve("none")
                + ", but there is no such folder"
                + end);
  }

  @Test
  void theSpecOnDiskIsTheSpecInMemory() throws IOException {
    ModelSpec spec = PLAIN.spec();
    ModelSpec other =
        new ModelSpec(
            3,
            "이름",
            "1.0-β",
            null,
            spec.characters(),
            DIALOGUE.spec().dialogue(),
            null,
            new Decision(List.of("가", "b"), 0.3, 1.7, 0.125),
            "other",
            spec.files(),
            spec.provenance().withFigure("accuracy", 0.5));
    ModelBundle written =
        ModelBundle.write(folder, other, DIALOGUE.networks(), Vocabulary.EMPTY, PLAIN.golden(), "");

    assertThat(written.spec().format()).as("the format that is written").isEqualTo(5);
    assertThat(SpecFile.read(new BundleFolder(folder), TrustedKeys.NONE)).isEqualTo(written.spec());
    assertThat(folder.resolve(ModelBundle.VOCABULARY)).isEmptyFile();
  }
}
