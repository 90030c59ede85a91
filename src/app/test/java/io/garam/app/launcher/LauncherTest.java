package io.garam.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LauncherTest {

  private static final String MODEL = "../../models/korean-intention";
  private static final Map<String, String> ASCII = Map.of("LC_ALL", "C");
  private static final Map<String, String> UTF8 = Map.of("LC_ALL", "C.UTF-8");

  @ParameterizedTest
  @CsvSource({
    "LANG, ko_KR.UTF-8",
    "LC_ALL, en_US.UTF-8",
    "LC_ALL, xx_XX.UTF-8",
    "LC_CTYPE, UTF-8",
    "LC_ALL, C",
    "LC_ALL, POSIX",
    "LC_ALL, ''"
  })
  void koreanArgumentsArriveWholeWhereTheNamedLocaleIsNotInstalled(String name, String locale)
      throws Exception {
    Launched run =
        Launched.bash(
            ". \"$scripts/java.bash\"; use_utf8; exec $garam tag --model 없는/모델 네",
            Map.of(name, locale));

    assertThat(run.exitCode()).isOne();
    assertThat(run.err()).contains("없는/모델", "there is no such folder");
  }

  @Test
  void withoutTheLauncherAKoreanArgumentIsRefusedAndNotTaggedWrongly() throws Exception {
    Launched run = Launched.bash("exec $garam tag --model " + MODEL + " 네", ASCII);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("Expected a locale of UTF-8 that is installed");
  }

  @Test
  void resultsAreUtf8InAnyLocale() throws Exception {
    Launched run = Launched.bash("echo 네 | $garam tag --model " + MODEL, ASCII);

    assertThat(run.out()).endsWith("  네\n");
  }

  @Test
  void aJarOfAnOlderVersionBesideTheNewOneIsPassedOver() throws Exception {
    Launched run =
        Launched.bash(
            """
            . "$scripts/java.bash"
            folder="$(mktemp -d)"
            touch -d '2 hours ago' "$folder/garam-app-0.9.jar" "$folder/garam-app-1.1.jar"
            touch "$folder/garam-app-1.0.jar"
            newest "$folder"/garam-app-*.jar
            rm -r "$folder"
            """,
            UTF8);

    assertThat(run.out()).endsWith("/garam-app-1.0.jar\n").hasLineCount(1);
  }

  @Test
  void aFullDiskIsOneSentenceAndExitCodeOne() throws Exception {
    Launched run = Launched.bash("$garam tag --model " + MODEL + " 네 > /dev/full", UTF8);

    assertThat(run.exitCode()).isOne();
    assertThat(run.err()).startsWith("Expected to write the results").hasLineCount(1);
  }

  @Test
  void aPipeThatNobodyReadsAnyMoreEndsTagging() throws Exception {
    Launched run =
        Launched.bash(
            "yes x | $garam tag --model " + MODEL + " | head -2; exit ${PIPESTATUS[1]}", UTF8);

    assertThat(run.exitCode()).isEqualTo(141);
    assertThat(run.out()).hasLineCount(2);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void tooSmallAHeapIsASentence() throws Exception {
    Launched run =
        Launched.bash(
            "export JDK_JAVA_OPTIONS=-Xmx16m; echo 네 | $garam tag --model " + MODEL, UTF8);

    assertThat(run.exitCode()).isOne();
    assertThat(run.err())
        .contains("Expected enough memory, but it ran out with a heap of at most 16 MB")
        .doesNotContain("\tat ");
  }
}
