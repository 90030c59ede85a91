package io.garam.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.GaramVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BomTest {

  private static final Pattern OWN =
      Pattern.compile("<artifactId>(garam-\\w+)</artifactId>\\s*<version>");
  private static final Pattern NAME = Pattern.compile("</parent>\\s*<artifactId>(garam-\\w+)<");

  private static String pom(String module) throws IOException {
    return Files.readString(Path.of("..", module, "pom.xml"));
  }

  @Test
  void theBomIsOfTheVersionOfItsJars() throws IOException {
    assertThat(pom("bom")).contains("<version>" + GaramVersion.current() + "</version>");
  }

  @Test
  void theBomHasEveryJarThatIsPublished() throws IOException {
    List<String> published = new ArrayList<>();
    try (Stream<Path> modules = Files.list(Path.of(".."))) {
      for (Path module : modules.filter(one -> Files.exists(one.resolve("pom.xml"))).toList()) {
        String pom = pom(module.getFileName().toString());
        if (!pom.contains("<maven.deploy.skip>true")) {
          NAME.matcher(pom).results().map((MatchResult it) -> it.group(1)).forEach(published::add);
        }
      }
    }
    assertThat(OWN.matcher(pom("bom")).results().map(it -> it.group(1)).skip(1))
        .containsExactlyInAnyOrderElementsOf(published)
        .contains("garam-nlu", "garam-streams");
  }
}
