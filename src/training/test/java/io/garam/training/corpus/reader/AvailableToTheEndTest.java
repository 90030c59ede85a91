package io.garam.training.corpus.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

final class AvailableToTheEndTest {

  /** What a pipe says between two writes. */
  private static InputStream saysThatNothingIsAvailable(byte[] bytes) {
    return new FilterInputStream(new ByteArrayInputStream(bytes)) {
      @Override
      public int available() {
        return 0;
      }
    };
  }

  @Test
  void somethingIsAvailableUntilTheEnd() throws IOException {
    try (InputStream in = new AvailableToTheEnd(saysThatNothingIsAvailable(new byte[] {1, 2}))) {
      assertThat(in.available()).isPositive();
      assertThat(in.read()).isEqualTo(1);
      assertThat(in.available()).isPositive();
      assertThat(in.read()).isEqualTo(2);
      assertThat(in.available()).isZero();
      assertThat(in.read()).isEqualTo(-1);
    }
  }

  @Test
  void gzipFilesOneAfterTheOtherAreReadToTheLast() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (String part : new String[] {"first ", "second"}) {
      try (GZIPOutputStream gzip = new GZIPOutputStream(file)) {
        gzip.write(part.getBytes(StandardCharsets.UTF_8));
      }
    }

    try (InputStream in =
        new GZIPInputStream(
            new AvailableToTheEnd(saysThatNothingIsAvailable(file.toByteArray())))) {
      assertThat(in.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("first second");
    }
  }
}
