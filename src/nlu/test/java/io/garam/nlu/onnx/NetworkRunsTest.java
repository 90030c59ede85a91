package io.garam.nlu.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.GraphProto;
import io.garam.nlu.GaramException;
import io.garam.nlu.encoding.EncodedUtterance;
import io.garam.nlu.graph.Models;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs of a network that adds up what it is fed, so that every answer is known beforehand. */
final class NetworkRunsTest {

  private final UtteranceNetwork network = new UtteranceNetwork(sums("Identity"), "a test");

  @AfterEach
  void close() {
    network.close();
  }

  /** The sum of the rows of all characters, and then one operator. */
  private static byte[] sums(String operator) {
    return Models.model(
        GraphProto.newBuilder()
            .addInput(Models.value("characters", 6, "batch", "characters", 4))
            .addInput(Models.value("character_lengths", 6, "batch"))
            .addOutput(Models.value("logits", 1, "batch", 4))
            .addInitializer(Models.longs("axis", 1))
            .addNode(
                Models.node("Cast", List.of("characters"), "floats", Models.attribute("to", 1)))
            .addNode(
                Models.node(
                    "ReduceSum",
                    List.of("floats", "axis"),
                    "sums",
                    Models.attribute("keepdims", 0)))
            .addNode(Models.node(operator, List.of("sums"), "logits")));
  }

  private static EncodedUtterance utterance(int steps, Random random) {
    return new EncodedUtterance(
        new int[0], List.of(), random.ints(steps * 4L, 1, 100).toArray(), steps);
  }

  private static List<EncodedUtterance> utterances(int count, int longest, Random random) {
    return IntStream.range(0, count)
        .mapToObj(i -> utterance(1 + random.nextInt(longest), random))
        .toList();
  }

  private static float[][] expected(List<EncodedUtterance> utterances) {
    float[][] sums = new float[utterances.size()][4];
    for (int i = 0; i < sums.length; i++) {
      int[] rows = utterances.get(i).characters();
      for (int j = 0; j < rows.length; j++) {
        sums[i][j % 4] += rows[j];
      }
    }
    return sums;
  }

  /** Sub-batches are of 32. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 31, 32, 33, 64, 65, 500})
  void everyAnswerIsThatOfItsOwnUtterance(int count) {
    List<EncodedUtterance> utterances = utterances(count, 40, new Random(count));
    assertThat(network.read(utterances)).isDeepEqualTo(expected(utterances));
  }

  @Test
  void runsOfAllSizesAfterOneAnotherDisturbNoOther() {
    Random random = new Random(2);
    for (int i = 0; i < 100; i++) {
      List<EncodedUtterance> utterances = utterances(random.nextInt(70), 1 + i, random);
      assertThat(network.read(utterances)).isDeepEqualTo(expected(utterances));
    }
  }

  @Test
  void manyThreadsGetTheAnswersToTheirOwnQuestions() throws Exception {
    List<Callable<Boolean>> tasks = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      List<EncodedUtterance> utterances = utterances(1 + i, 30, new Random(i));
      tasks.add(
          () -> {
            assertThat(network.read(utterances)).isDeepEqualTo(expected(utterances));
            return true;
          });
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (Future<Boolean> task : threads.invokeAll(tasks)) {
        assertThat(task.get()).isTrue();
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void whoCloseWhileOthersRunGetNoWrongAnswers() throws Exception {
    List<EncodedUtterance> utterances = utterances(40, 30, new Random(4));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<String>> ends =
          IntStream.range(0, 4)
              .mapToObj(i -> threads.submit(() -> untilClosed(utterances)))
              .toList();
      Thread.sleep(100);
      network.close();
      for (Future<String> end : ends) {
        assertThat(end.get()).isEqualTo("the network is closed");
      }
    } finally {
      threads.shutdown();
    }
  }

  private String untilClosed(List<EncodedUtterance> utterances) {
    while (true) {
      try {
        assertThat(network.read(utterances)).isDeepEqualTo(expected(utterances));
      } catch (IllegalStateException e) {
        return e.getMessage();
      }
    }
  }

  @Test
  void anAnswerThatIsNoNumberIsRefused() {
    try (UtteranceNetwork logarithm = new UtteranceNetwork(sums("Log"), "a test")) {
      EncodedUtterance zero =
          new EncodedUtterance(new int[0], List.of(), new int[] {1, 0, 1, 1}, 1);
      EncodedUtterance below =
          new EncodedUtterance(new int[0], List.of(), new int[] {1, 1, -1, 1}, 1);
      EncodedUtterance ones =
          new EncodedUtterance(new int[0], List.of(), new int[] {1, 1, 1, 1}, 1);

      assertThatThrownBy(() -> logarithm.read(List.of(ones, zero)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the network's answer holds the number -Infinity");
      assertThatThrownBy(() -> logarithm.read(List.of(below)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the network's answer holds the number NaN");
      assertThat(logarithm.read(List.of(ones))).isDeepEqualTo(new float[][] {{0, 0, 0, 0}});
    }
  }

  @Test
  void anUtteranceWithoutCharactersIsRefusedAndTheNextIsRead() {
    EncodedUtterance empty = new EncodedUtterance(new int[0], List.of(), new int[0], 0);
    List<EncodedUtterance> good = utterances(3, 5, new Random(5));

    assertThatThrownBy(() -> network.read(List.of(good.get(0), empty)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an utterance without characters cannot be classified");
    assertThat(network.read(good)).isDeepEqualTo(expected(good));
  }

  @Test
  void bytesThatAreNoModelAreRefusedInASentence() {
    assertThatThrownBy(() -> new UtteranceNetwork(new byte[] {1, 2, 3}, "the folder x"))
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith(
            "Expected an ONNX model in the folder x, but ONNX Runtime cannot load it (")
        .hasMessageEndingWith("); train or copy the model again.");
  }
}
