package io.garam.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.nlu.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bill of materials in the archive, made by CycloneDX, which works with a network only. */
class BillOfMaterialsIT {

  /** Licences under which what Garam brings may be passed on; one of a component's must be here. */
  private static final Set<String> ALLOWED =
      Set.of(
          "Apache-2.0",
          "MIT",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "BSD-4-Clause",
          "EPL-1.0",
          "EPL-2.0",
          "CC0-1.0",
          "Go License");

  private static JsonNode components;
  private static Set<String> libraries;

  @BeforeAll
  static void open() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target"));
        ZipFile archive =
            new ZipFile(
                files
                    .filter(file -> file.toString().matches(".*/garam-[0-9][^/]*\\.zip"))
                    .findFirst()
                    .orElseThrow()
                    .toFile())) {
      List<? extends ZipEntry> entries = List.copyOf(archive.stream().toList());
      ZipEntry bill =
          entries.stream()
              .filter(entry -> entry.getName().endsWith("/share/bill-of-materials.cdx.json"))
              .findFirst()
              .orElseThrow(
                  () -> new AssertionError("build without mvn -o for a bill of materials"));
      components = Json.MAPPER.readTree(archive.getInputStream(bill)).path("components");
      libraries = new TreeSet<>();
      entries.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.matches("[^/]+/lib/.*\\.jar"))
          .map(name -> name.substring(name.lastIndexOf('/') + 1))
          .filter(name -> !name.startsWith("garam-"))
          .forEach(libraries::add);
    }
  }

  @Test
  void everyLibraryOfTheArchiveIsListed() {
    Set<String> listed = new TreeSet<>();
    components.forEach(
        each -> {
          String classifier = each.path("purl").asText().replaceFirst("^[^?]*", "");
          listed.add(
              each.path("name").asText()
                  + "-"
                  + each.path("version").asText()
                  + (classifier.contains("classifier=")
                      ? "-" + classifier.replaceFirst(".*classifier=([^&]*).*", "$1")
                      : "")
                  + ".jar");
        });
    assertThat(libraries).hasSizeGreaterThan(50);
    assertThat(listed).containsAll(libraries);
  }

  @Test
  void everyLibraryMayBePassedOn() {
    assertThat(components)
        .allSatisfy(
            component ->
                assertThat(licences(component))
                    .as(component.path("name").asText())
                    .anyMatch(ALLOWED::contains));
  }

  private static List<String> licences(JsonNode component) {
    return StreamSupport.stream(component.path("licenses").spliterator(), false)
        .map(entry -> entry.path("license"))
        .map(licence -> licence.path("id").asText(licence.path("name").asText()))
        .toList();
  }
}
