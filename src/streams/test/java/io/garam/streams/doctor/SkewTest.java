package io.garam.streams.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.streams.doctor.ClockCheck.Skew;
import io.garam.streams.doctor.Finding.Status;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SkewTest {

  @Test
  void theTrueSkewIsWithinThePrecision() {
    Random random = new Random(5);
    for (int i = 0; i < 10_000; i++) {
      long skew = random.nextInt(200_000) - 100_000L;
      long before = 1_000_000L + random.nextInt(1_000);
      long after = before + random.nextInt(500);
      long stampedAt = before + (after == before ? 0 : random.nextInt((int) (after - before)));
      Skew found = Skew.of(before, stampedAt + skew, after);
      assertThat(Math.abs(found.ms() - skew)).isLessThanOrEqualTo(found.precisionMs());
      assertThat(found.least()).isLessThanOrEqualTo(Math.abs(skew));
    }
  }

  @Test
  void clocksThatMayAgreeAreOk() {
    assertThat(Skew.of(1_000, 1_001, 1_004).finding())
        .isEqualTo(Finding.ok("the brokers' are 1 ms behind, give or take 3 ms"));
    assertThat(new Skew(3_000, 2_500).finding().status())
        .as("the answer took long")
        .isEqualTo(Status.OK);
  }

  @Test
  void bothDirectionsAreSeen() {
    Finding ahead = new Skew(5_000, 2).finding();
    assertThat(ahead.status()).isEqualTo(Status.WARNING);
    assertThat(ahead.message()).contains("5,000 ms ahead, give or take 2 ms", "NTP");
    assertThat(new Skew(-5_000, 2).finding().message()).contains("5,000 ms behind");
    assertThat(new Skew(-3_600_000, 2).finding().status()).isEqualTo(Status.FAULT);
    assertThat(new Skew(3_600_000, 2).finding().status()).isEqualTo(Status.FAULT);
  }
}
