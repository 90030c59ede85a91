package io.garam.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ComparedSystemTest {

  /** A system that always answers the same. */
  private record Constant(String name, Optional<String> missing) implements ComparedSystem {

    @Override
    public boolean hasSeeds() {
      return false;
    }

    @Override
    public String recipe(MeasuredCorpus corpus) {
      return name;
    }

    @Override
    public Answers answers(MeasuredCorpus corpus, long seed, Path work) {
      return new Answers(List.of(), 1);
    }
  }

  @Test
  void whatIsMissingIsSaidAndTheOthersAreCompared() throws InterruptedException {
    ComparedSystem here = new Constant("here", Optional.empty());
    ComparedSystem away = new Constant("away", Optional.of("There is no away."));
    List<String> notices = new ArrayList<>();

    assertThat(ComparedSystem.available(List.of(away, here), notices::add)).containsExactly(here);
    assertThat(notices).containsExactly("There is no away.");
  }
}
