package io.garam.nlu.bundle;

import static io.garam.nlu.bundle.ForgedBundle.dialogue;
import static io.garam.nlu.bundle.ForgedBundle.plain;
import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.ShippedModel;
import io.garam.nlu.bundle.ForgedBundle.Forgery;
import io.garam.nlu.bundle.ForgedBundle.Hostile;
import io.garam.nlu.inference.IntentClassifier;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What may not stand in a bundle's folder in place of its files. */
@DisabledOnOs(OS.WINDOWS)
final class HostileFilesTest {

  private static final String LFS =
      "version https://git-lfs.github.com/spec/v1\noid sha256:28dc91e7\nsize 7345113\n";

  @TempDir private Path folder;

  static Stream<Hostile> files() {
    return Stream.concat(
        Stream.of(
                ModelBundle.SPEC,
                ModelBundle.NETWORK,
                ModelBundle.DIALOGUE_STEP,
                ModelBundle.VOCABULARY,
                ModelBundle.GOLDEN)
            .flatMap(HostileFilesTest::inPlaceOf),
        List.of(
            plain("lines that end otherwise", windows(ModelBundle.VOCABULARY), "other line ends"),
            plain("golden lines so", windows(ModelBundle.GOLDEN), "core.autocrlf=false"))
            .stream());
  }

  private static Stream<Hostile> inPlaceOf(String name) {
    return Stream.of(
        inPlace(
            name,
            "no " + name,
            replaced(name, file -> {}),
            name.equals(ModelBundle.SPEC) ? "it has no model.json" : "missing"),
        inPlace(
            name,
            "a pipe as " + name,
            replaced(name, file -> run("mkfifo", file.toString())),
            "a regular file"),
        inPlace(
            name,
            "a device as " + name,
            replaced(name, file -> Files.createSymbolicLink(file, Path.of("/dev/zero"))),
            "a regular file"),
        inPlace(
            name, "a folder as " + name, replaced(name, Files::createDirectory), "a regular file"),
        inPlace(
            name,
            "a link to itself as " + name,
            replaced(name, file -> Files.createSymbolicLink(file, file)),
            "a regular file"),
        inPlace(
            name,
            "a link out of the folder as " + name,
            replaced(name, file -> Files.createSymbolicLink(file, Path.of("/etc/hostname"))),
            "a file in the model's folder"),
        inPlace(
            name,
            "3 GB as " + name,
            replaced(name, HostileFilesTest::threeGigabytes),
            "3221225472"),
        inPlace(
            name,
            "a pointer of Git LFS as " + name,
            replaced(name, file -> Files.writeString(file, LFS)),
            "git lfs pull"));
  }

  private static Hostile inPlace(String name, String what, Forgery forgery, String sentence) {
    return name.equals(ModelBundle.DIALOGUE_STEP)
        ? dialogue(what, forgery, sentence)
        : plain(what, forgery, sentence);
  }

  @ParameterizedTest
  @MethodSource("files")
  void isRefusedInOneSentence(Hostile bundle) throws Exception {
    bundle.isRefused(folder);
  }

  @Test
  void aLinkWithinTheFolderIsFollowed() throws Exception {
    ForgedBundle bundle = ForgedBundle.of(ShippedModel.FOLDER, folder);
    Path data = Files.createDirectory(folder.resolve("..data"));
    Path golden = bundle.file(ModelBundle.GOLDEN);
    Files.move(golden, data.resolve(ModelBundle.GOLDEN));
    Files.createSymbolicLink(golden, Path.of("..data", ModelBundle.GOLDEN));
    try (IntentClassifier classifier = IntentClassifier.load(folder)) {
      assertThat(classifier.labels()).isNotEmpty();
    }
  }

  /** Puts something in a file's place. */
  private interface Replacement {
    void put(Path file) throws Exception;
  }

  private static Forgery replaced(String name, Replacement replacement) {
    return bundle -> {
      Files.delete(bundle.file(name));
      replacement.put(bundle.file(name));
    };
  }

  private static Forgery windows(String name) {
    return bundle -> {
      Path file = bundle.file(name);
      Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));
    };
  }

  private static void run(String... command) throws Exception {
    assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
  }

  /** Of holes, which take no room on the disk. */
  private static void threeGigabytes(Path file) throws Exception {
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(3L << 30);
    }
  }
}
