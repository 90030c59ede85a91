package io.garam.app.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.streams.config.GaramConfig;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V1PodTemplateSpec;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import io.kubernetes.client.util.Yaml;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests, read by Kubernetes' own client, which refuses a field that there is none of. */
class ManifestsTest {

  private static final Path FOLDER = Path.of("kubernetes");

  /** Warns of fields of the client's own that no manifest here has. */
  private static final Logger YAML_LOG = Logger.getLogger("org.yaml.snakeyaml");

  @BeforeAll
  static void beQuiet() {
    YAML_LOG.setLevel(Level.SEVERE);
  }

  private static List<Object> load(String file) throws IOException {
    return Yaml.loadAll(Files.readString(FOLDER.resolve(file)));
  }

  private static <T> T only(Class<T> kind, List<Object> objects) {
    return kind.cast(objects.stream().filter(kind::isInstance).findFirst().orElseThrow());
  }

  private static V1PodTemplateSpec pod(List<Object> objects) {
    for (Object each : objects) {
      if (each instanceof V1Deployment deployment) {
        return deployment.getSpec().getTemplate();
      }
      if (each instanceof V1StatefulSet set) {
        return set.getSpec().getTemplate();
      }
    }
    throw new AssertionError("no pods");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tagger.yaml", "tagger-with-dialogues.yaml"})
  void theSettingsAreThoseOfATagger(String file) throws IOException {
    List<Object> objects = load(file);
    Properties properties = new Properties();
    properties.load(
        new StringReader(only(V1ConfigMap.class, objects).getData().get("garam.properties")));
    Map<String, String> settings =
        properties.stringPropertyNames().stream()
            .collect(Collectors.toMap(name -> name, properties::getProperty));

    GaramConfig config = GaramConfig.of(settings);

    assertThat(config.unknownKeys()).isEmpty();
    assertThat(config.managementListener().orElseThrow().getPort()).isEqualTo(7878);
    assertThat(pod(objects).getSpec().getTerminationGracePeriodSeconds())
        .isGreaterThan(config.closeTimeout().toSeconds());
  }

  @ParameterizedTest
  @ValueSource(strings = {"tagger.yaml", "tagger-with-dialogues.yaml"})
  void aPodIsProbedAndMayDoNothingThatItNeedNot(String file) throws IOException {
    V1PodSpec pod = pod(load(file)).getSpec();
    V1Container container = pod.getContainers().get(0);
    assertThat(container.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/health");
    assertThat(container.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/ready");
    assertThat(container.getPorts().get(0).getContainerPort()).isEqualTo(7878);
    assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
    assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
    assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
    assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
    assertThat(pod.getAutomountServiceAccountToken()).isFalse();
    List<String> volumes =
        Stream.concat(
                pod.getVolumes().stream().map(volume -> volume.getName()),
                Stream.of("state").filter(claimed -> file.contains("dialogues")))
            .toList();
    assertThat(container.getVolumeMounts())
        .extracting(mount -> mount.getName())
        .containsExactlyInAnyOrderElementsOf(volumes);
  }

  /** Else these tests would prove nothing of a manifest's spelling. */
  @Test
  void aFieldThatThereIsNoneOfIsRefused() throws IOException {
    String misspelt =
        Files.readString(FOLDER.resolve("tagger.yaml")).replace("replicas:", "replica:");
    assertThatThrownBy(() -> Yaml.loadAll(misspelt)).hasMessageContaining("replica");
  }
}
