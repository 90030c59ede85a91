package io.garam.app.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.app.Garam;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class WriteFailureTest {

  private static final String MODEL = "../../models/korean-intention";

  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(strings = {"--help", "--version", "tag --help", "tag --model " + MODEL + " 네"})
  void aFullDiskIsOneSentenceAndExitCodeOne(String arguments) {
    assertThat(run("No space left on device", arguments)).isOne();

    assertThat(err.toString().lines()).singleElement().asString().contains("No space left", "make");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "tag --model " + MODEL + " 네"})
  void aReaderThatIsGoneEndsTheCommandQuietly(String arguments) {
    assertThat(run("Broken pipe", arguments)).isEqualTo(141);

    assertThat(err.toString()).isEmpty();
  }

  private int run(String failure, String arguments) {
    CommandLine garam = Garam.commandLine(Map.of());
    garam.setOut(ResultWriter.to(new Failing(failure))).setErr(new PrintWriter(err, true));
    return garam.execute(arguments.split(" "));
  }

  private static final class Failing extends OutputStream {
    private final String failure;

    Failing(String failure) {
      this.failure = failure;
    }

    @Override
    public void write(int b) throws IOException {
      throw new IOException(failure);
    }
  }
}
