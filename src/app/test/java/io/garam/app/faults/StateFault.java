package io.garam.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.kafka.common.utils.Utils;
import org.assertj.core.api.InstanceOfAssertFactories;

/**
 * State folder of one of two instances that can no longer be written, while it runs, while it takes
 * over what the other had, and while it starts.
 */
enum StateFault implements Fault {
  /** A file system of its own, without a byte left. */
  FULL {
    @Override
    void prepare(Instance instance) throws Exception {
      Path folder = instance.stateFolder();
      if (!Mounts.isPoint(folder)) {
        instance.terminate();
        Mounts.mountMemory(folder, 32);
        instance.startAgain();
        instance.awaitRunning();
      }
    }

    @Override
    void damage(Path folder) throws IOException {
      Path filler = Files.createFile(folder.resolve(FILLER));
      byte[] block = new byte[4096];
      Arrays.fill(block, (byte) 1);
      try (var out = Files.newOutputStream(filler)) {
        while (true) {
          out.write(block);
        }
      } catch (IOException e) {
        assertThat(folder.toFile().getUsableSpace()).as("bytes left").isZero();
      }
    }

    @Override
    void mend(Path folder) throws IOException {
      Files.delete(folder.resolve(FILLER));
    }
  },

  /** No file can be opened to write any more. */
  READ_ONLY {
    @Override
    void damage(Path folder) throws Exception {
      Mounts.mountReadOnly(folder);
    }

    @Override
    void mend(Path folder) throws Exception {
      Mounts.unmount(folder);
    }
  },

  /** Deleted with all that was in it. */
  GONE {
    @Override
    void damage(Path folder) throws IOException {
      Utils.delete(folder.toFile());
    }

    @Override
    void mend(Path folder) {
      // Kafka Streams makes it anew when it starts.
    }
  };

  private static final String FILLER = "filler";
  private static final int SOME = 500;

  /** Makes ready for the damage. */
  void prepare(Instance instance) throws Exception {}

  abstract void damage(Path folder) throws Exception;

  abstract void mend(Path folder) throws Exception;

  @Override
  public void strike(TestBed bed, int strike) throws Exception {
    Instance damaged = bed.instance(strike);
    Instance other = bed.instance(strike + 1);
    prepare(damaged);
    damage(damaged.stateFolder());
    bed.progress().await(SOME);
    assertThat(other.terminate()).as(other.log()).isZero();
    bed.progress().awaitCaughtUp(damaged::isAlive);
    other.startAgain();
    other.awaitRunning();
    if (damaged.isAlive()) {
      damaged.terminate();
    }
    requireSentence(damaged);
    damaged.startAgain();
    damaged.awaitRunningOrEnded();
    bed.progress().awaitCaughtUp();
  }

  @Override
  public void heal(TestBed bed, int strike) throws Exception {
    Instance damaged = bed.instance(strike);
    mend(damaged.stateFolder());
    if (!damaged.isAlive()) {
      requireSentence(damaged);
      damaged.startAgain();
    }
  }

  /** One that was asked to stop says so and succeeds; one that ends by itself says why. */
  private static void requireSentence(Instance ended) throws Exception {
    String log = ended.log();
    if (ended.terminate() == 0) {
      assertThat(log)
          .as("the last word of an instance that was asked to stop")
          .contains("Stopped.");
    } else {
      assertThat(log.lines().filter(line -> line.startsWith("Expected ")))
          .as("why an instance has ended that was not asked to, in: %s", log)
          .singleElement(InstanceOfAssertFactories.STRING)
          .contains(ended.stateFolder().toString());
    }
  }
}
