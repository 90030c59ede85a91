package io.garam.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.streams.config.GaramConfig;
import io.garam.streams.doctor.Finding;
import io.garam.streams.doctor.Finding.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalChecksTest {

  private static final String MODEL = "../../models/korean-intention";

  private static GaramConfig config(String maxEventBytes) {
    return GaramConfig.of(
        Map.of(
            "bootstrap.servers", "127.0.0.1:1",
            "garam.model", MODEL,
            "garam.max.event.bytes", maxEventBytes));
  }

  @Test
  void theNativesLoad() {
    Finding finding = new NativesCheck().run();
    assertThat(finding.status()).isEqualTo(Status.OK);
    assertThat(finding.message()).matches("ONNX Runtime \\d+\\.\\d+.*");
  }

  private static GaramConfig ofModel(String model) {
    return GaramConfig.of(Map.of("bootstrap.servers", "unused:1", "garam.model", model));
  }

  @Test
  void theModelSaysWhatItIs() {
    ModelCheck plain = new ModelCheck(ofModel(MODEL));
    assertThat(plain.run().message()).startsWith("korean-intention ");
    assertThat(plain.followsDialogues()).isFalse();
    ModelCheck dialogues = new ModelCheck(ofModel("../../models/korean-dialogue-act"));
    assertThat(dialogues.run().message()).contains(", follows dialogues;");
    assertThat(dialogues.followsDialogues()).isTrue();
  }

  @Test
  void aFolderThatIsNotThereYetIsJudgedByWhereItWillBe(@TempDir Path folder) {
    Path state = folder.resolve("a/b");
    Finding finding = new DiskCheck("state folder", state, "state.dir", false).run();
    assertThat(finding.status()).isIn(Status.OK, Status.WARNING);
    assertThat(finding.message()).contains(state.toString(), " MB");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFolderThatIsAFileIsAFault(@TempDir Path folder) throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    Finding finding = new DiskCheck("state folder", file.resolve("x"), "state.dir", false).run();
    assertThat(finding.status()).isEqualTo(Status.FAULT);
    assertThat(finding.message()).contains("set state.dir to a folder");
  }

  @Test
  void aHeapThatCannotHoldTheLargestEventIsAWarning() {
    assertThat(new MemoryCheck(config("1048576"), 256L << 20).run().status()).isEqualTo(Status.OK);
    Finding finding = new MemoryCheck(config("104857600"), 512L << 20).run();
    assertThat(finding.status()).isEqualTo(Status.WARNING);
    assertThat(finding.message()).contains("a heap of at most 512 MB", "-Xmx2g");
  }
}
