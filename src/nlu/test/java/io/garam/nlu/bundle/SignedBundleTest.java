package io.garam.nlu.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.garam.nlu.GaramException;
import io.garam.nlu.ShippedModel;
import io.garam.nlu.Thresholds;
import io.garam.nlu.bundle.ForgedBundle.Forgery;
import io.garam.nlu.inference.IntentClassifier;
import io.garam.nlu.signature.SigningKey;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What does not load where keys are trusted, and what is loaded without. */
@DisabledOnOs(OS.WINDOWS)
final class SignedBundleTest {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  @TempDir private Path folder;
  @TempDir private Path keys;
  private ForgedBundle bundle;
  private SigningKey key;
  private Path trusted;

  @BeforeEach
  void sign() throws Exception {
    bundle = ForgedBundle.of(ShippedModel.FOLDER, folder);
    SigningKey.Pair pair = SigningKey.Pair.generate();
    trusted = Files.writeString(keys.resolve("trusted.pem"), pair.publicKey());
    key = SigningKey.read(Files.writeString(keys.resolve("private"), pair.privateKey()));
    BundleSignature.write(folder, key);
  }

  private Throwable refusal() {
    return assertTimeoutPreemptively(
        LIMIT,
        () ->
            catchThrowable(
                () ->
                    IntentClassifier.load(folder, Thresholds.OF_MODEL, List.of(trusted)).close()));
  }

  /** A change of a signed bundle, and what the refusal must say. */
  record Change(String name, Forgery forgery, String sentence) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Change> changes() {
    String another = "is by another key, or model.json is not what was signed";
    return Stream.of(
        new Change("no signature", signature(file -> {}), "it has no model.json.sig"),
        new Change(
            "another threshold, with its digest",
            ForgedBundle.spec((spec, decision) -> decision.put("threshold", 0.99)),
            another),
        new Change(
            "another name, which no digest covers",
            ForgedBundle.spec((spec, decision) -> spec.put("name", "renamed")),
            another),
        new Change(
            "another graph, with digests made anew",
            ForgedBundle.content(ModelBundle.NETWORK, "no graph at all"),
            another),
        new Change(
            "another graph, without",
            bundle -> Files.writeString(bundle.file(ModelBundle.NETWORK), "no graph at all"),
            "model.onnx to have "),
        new Change(
            "white space after the spec",
            bundle ->
                Files.writeString(
                    bundle.file(ModelBundle.SPEC),
                    Files.readString(bundle.file(ModelBundle.SPEC)) + " "),
            another),
        new Change(
            "zeros as signature",
            signature(file -> Files.write(file, Base64.getEncoder().encode(new byte[64]))),
            another),
        new Change(
            "an empty signature", signature(Files::createFile), "has 0 bytes and not the 64"),
        new Change(
            "no Base64", signature(file -> Files.writeString(file, "not signed\0")), "no Base64"),
        new Change(
            "half a signature",
            bundle -> {
              Path file = bundle.file(ModelBundle.SIGNATURE);
              Files.writeString(file, Files.readString(file).substring(0, 44));
            },
            "has 33 bytes and not the 64"),
        new Change(
            "a signature of 1 GB",
            signature(
                file -> {
                  try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
                    large.setLength(1L << 30);
                  }
                }),
            "at most 1024 bytes"),
        new Change(
            "a link out of the folder",
            signature(file -> Files.createSymbolicLink(file, Path.of("/etc/hostname"))),
            "a file in the model's folder"),
        new Change(
            "a device",
            signature(file -> Files.createSymbolicLink(file, Path.of("/dev/zero"))),
            "a regular file"),
        new Change("a folder", signature(Files::createDirectory), "a regular file"));
  }

  private interface Replacement {
    void put(Path file) throws Exception;
  }

  private static Forgery signature(Replacement replacement) {
    return bundle -> {
      Files.delete(bundle.file(ModelBundle.SIGNATURE));
      replacement.put(bundle.file(ModelBundle.SIGNATURE));
    };
  }

  @ParameterizedTest
  @MethodSource("changes")
  void whatWasChangedAfterSigningIsRefusedInOneSentence(Change change) throws Exception {
    change.forgery().alter(bundle);
    assertThat(refusal())
        .isExactlyInstanceOf(GaramException.class)
        .message()
        .startsWith("Expected ")
        .endsWith(".")
        .contains(change.sentence())
        .doesNotContainPattern("[\\p{Cntrl}]");
  }

  @Test
  void whatAKeySignedItsPublicHalfLoads() {
    try (IntentClassifier classifier =
        IntentClassifier.load(folder, Thresholds.OF_MODEL, List.of(keys))) {
      assertThat(classifier.labels()).isNotEmpty();
    }
  }

  @Test
  void theSignatureOfAnotherModelIsNoneOfThis(@TempDir Path other) throws Exception {
    ForgedBundle dialogue = ForgedBundle.of(ShippedModel.WITH_DIALOGUES, other);
    BundleSignature.write(other, key);
    Files.copy(
        dialogue.file(ModelBundle.SIGNATURE),
        Files.createDirectory(keys.resolve("copy")).resolve("sig"));
    Files.delete(bundle.file(ModelBundle.SIGNATURE));
    Files.move(keys.resolve("copy/sig"), bundle.file(ModelBundle.SIGNATURE));
    assertThat(refusal()).hasMessageContaining("is by another key, or model.json is not");
  }

  @Test
  void aSignatureByAKeyThatIsNotTrustedIsNone() throws Exception {
    SigningKey.Pair stranger = SigningKey.Pair.generate();
    BundleSignature.write(
        folder, SigningKey.read(Files.writeString(keys.resolve("s"), stranger.privateKey())));
    assertThat(refusal()).hasMessageContaining("(" + trusted + ")");
  }

  @Test
  void whereNoKeyIsTrustedASignatureIsNotRead() throws Exception {
    Files.writeString(bundle.file(ModelBundle.SIGNATURE), "nonsense".repeat(1000), UTF_8);
    try (IntentClassifier classifier = IntentClassifier.load(folder)) {
      assertThat(classifier.labels()).isNotEmpty();
    }
  }

  @Test
  void toSignWritesThroughNoLink() throws Exception {
    Path outside = Files.writeString(keys.resolve("outside"), "mine");
    Files.delete(bundle.file(ModelBundle.SIGNATURE));
    Files.createSymbolicLink(bundle.file(ModelBundle.SIGNATURE), outside);
    BundleSignature.write(folder, key);
    assertThat(outside).hasContent("mine");
    assertThat(refusal()).isNull();
  }
}
