package io.garam.streams.models;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyShareTest {

  private static final int KEYS = 20_000;

  private static Set<Integer> in(KeyShare share, IntFunction<byte[]> keys) {
    return IntStream.range(0, KEYS)
        .filter(i -> share.has(keys.apply(i)))
        .boxed()
        .collect(Collectors.toSet());
  }

  private static byte[] key(int i) {
    return ("customer-" + i).getBytes(UTF_8);
  }

  private static double percent(Set<Integer> keys) {
    return 100.0 * keys.size() / KEYS;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 10, 50, 99})
  void aShareIsAsLargeAsItSays(double percent) {
    KeyShare share = new KeyShare("0123456789abcdef", percent);
    assertThat(percent(in(share, KeyShareTest::key))).isCloseTo(percent, within(1.0));
    long without = IntStream.range(0, KEYS).filter(offset -> share.has(null, 0, offset)).count();
    assertThat(100.0 * without / KEYS).isCloseTo(percent, within(1.0));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 10, 100})
  void itTakesAsMuchOfEachPartition(int partitions) {
    KeyShare share = new KeyShare("0123456789abcdef", 10);
    int[] all = new int[partitions];
    int[] taken = new int[partitions];
    for (int i = 0; i < KEYS; i++) {
      int partition = Utils.toPositive(Utils.murmur2(key(i))) % partitions;
      all[partition]++;
      taken[partition] += share.has(key(i)) ? 1 : 0;
    }
    assertThat(Arrays.stream(all).min().orElseThrow()).isPositive();
    for (int partition = 0; partition < partitions; partition++) {
      double expected = 0.1 * all[partition];
      assertThat((double) taken[partition]).isCloseTo(expected, within(5 * Math.sqrt(expected)));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {20, 60})
  void aLargerOneHasTheKeysOfASmallerAndAnotherSaltHasOthers(double larger) {
    Set<Integer> small = in(new KeyShare("0123456789abcdef", 10), KeyShareTest::key);
    assertThat(in(new KeyShare("0123456789abcdef", larger), KeyShareTest::key)).containsAll(small);
    Set<Integer> other = in(new KeyShare("fedcba9876543210", 10), KeyShareTest::key);
    other.retainAll(small);
    assertThat(percent(other)).isCloseTo(1.0, within(0.5));
  }
}
