package io.garam.benchmarks.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** What a cluster needs, worked out by hand. */
final class ScalingTest {

  /** A core tags 50,000 events a second. */
  private static final Costs COSTS = new Costs(20, 10, 100, 400, 300);

  private static final Machines MACHINES = new Machines(4, 8, 3, 0.5);

  @Test
  void aClusterHasRoomForTheRateAtTheLoadThatIsWanted() {
    assertThat(Cluster.of(100_000, COSTS, MACHINES))
        .as("2 cores of work at half load are 4; 3 cores of brokers at half load are 6")
        .isEqualTo(new Cluster(100_000, 1, 4, 16, 3, 240, 90));
    assertThat(Cluster.of(1_000_000, COSTS, MACHINES))
        .isEqualTo(new Cluster(1_000_000, 10, 40, 160, 8, 2_400, 900));
  }

  @Test
  void whatWaitedWhileNobodyWorkedIsCaughtUpByWhatCapacityIsLeft() {
    Cluster alone = Cluster.of(100_000, COSTS, MACHINES);
    LostInstance lost = LostInstance.simulate(alone, COSTS, MACHINES, 10);

    assertThat(lost.seconds())
        .as("a million events wait, 100,000 fewer each second")
        .isCloseTo(20, within(0.1));
    assertThat(lost.longestWait()).isCloseTo(10, within(0.05));
  }

  @Test
  void manyInstancesShareTheLoss() {
    Cluster ten = Cluster.of(1_000_000, COSTS, MACHINES);
    LostInstance lost = LostInstance.simulate(ten, COSTS, MACHINES, 10);

    assertThat(lost.seconds())
        .as(
            "16 partitions go to 36 threads of four: one of five has 50,000 a second for 31,250,"
                + " and one partition's 62,500 events wait in it")
        .isBetween(12.0, 14.0);
    assertThat(lost.longestWait()).isBetween(10.0, 10.1);
  }

  @Test
  void withoutRoomNothingIsEverCaughtUp() {
    Machines full = new Machines(4, 8, 3, 1);
    Cluster two = Cluster.of(400_000, COSTS, full);

    assertThat(two.instances()).isEqualTo(2);
    assertThat(LostInstance.simulate(two, COSTS, full, 10).seconds()).isInfinite();
  }
}
