package io.garam.app.doctor;

import io.garam.streams.config.GaramConfig;
import io.garam.streams.doctor.Check;
import io.garam.streams.doctor.Finding;
import io.garam.streams.doctor.TaggerChecks;
import io.garam.streams.registry.RegistryModels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Check of the heap against the model and the largest event. */
record MemoryCheck(GaramConfig config, long heapBytes) implements Check {

  /** The model's bytes are there twice while it loads: as files and as arrays. */
  private static final int MODEL_COPIES = 2;

  /** An event is there as polled bytes, as text of two bytes a letter, as JSON and as output. */
  private static final int EVENT_COPIES = 8;

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public List<String> needs() {
    return List.of(TaggerChecks.MODEL);
  }

  @Override
  public Finding run() {
    long model = bytes(RegistryModels.folder(config));
    long needed = MODEL_COPIES * model + (long) EVENT_COPIES * config.maxEventBytes();
    String found =
        String.format(
            Locale.ROOT,
            "a heap of at most %,d MB, a model of %,d MB, events of at most %,d bytes",
            heapBytes >> 20,
            model >> 20,
            config.maxEventBytes());
    return heapBytes < needed
        ? Finding.warning(
            String.format(
                Locale.ROOT,
                "Expected a heap of %,d MB or more for one event of the largest size, but found"
                    + " %s; allow more, such as GARAM_JAVA_OPTS=-Xmx2g, or lower %s.",
                (needed >> 20) + 1,
                found,
                GaramConfig.MAX_EVENT_BYTES))
        : Finding.ok(found);
  }

  private static long bytes(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
