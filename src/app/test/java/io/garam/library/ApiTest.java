package io.garam.library;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.ConditionEvent.createMessage;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** What users may build on: packages that are annotated with {@code @API}, and no others. */
@AnalyzeClasses(packages = "io.garam", importOptions = DoNotIncludeTests.class)
public final class ApiTest {

  private static final DescribedPredicate<JavaClass> API_TYPE =
      describe("are API", type -> isApi(type.getPackage()) && isVisible(type));

  private static boolean isApi(JavaPackage of) {
    return of.isAnnotatedWith(API.class);
  }

  /** As seen from another package: public, and inside of nothing that is not. */
  private static boolean isVisible(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(ApiTest::isVisible).orElse(true);
  }

  private static boolean mayBeMentioned(JavaClass type) {
    JavaClass base = type.getBaseComponentType();
    String name = base.getName();
    return base.isPrimitive()
        || name.startsWith("java.")
        || name.startsWith("org.jspecify.")
        || name.startsWith("org.apache.kafka.")
        || name.startsWith("io.micrometer.core.instrument.")
        || (isApi(base.getPackage()) && isVisible(base));
  }

  @ArchTest
  static final ArchRule signaturesMentionOnlyApi =
      classes()
          .that(API_TYPE)
          .should(
              new ArchCondition<>("mention only API, the JDK, Kafka, Micrometer and JSpecify") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  mentioned(type)
                      .filter(found -> !mayBeMentioned(found))
                      .distinct()
                      .forEach(
                          found ->
                              events.add(
                                  violated(
                                      type, createMessage(type, "mentions " + found.getName()))));
                }
              })
          .because("a user's program would depend on what may change at any time");

  private static Stream<JavaClass> mentioned(JavaClass type) {
    Stream<JavaCodeUnit> units =
        type.getCodeUnits().stream()
            .filter(unit -> isOpen(unit.getModifiers()))
            .filter(unit -> !unit.getName().equals("<clinit>"));
    Stream<JavaField> fields =
        type.getFields().stream().filter(field -> isOpen(field.getModifiers()));
    return Stream.of(
            units.flatMap(
                unit ->
                    Stream.concat(
                        unit.getReturnType().getAllInvolvedRawTypes().stream(),
                        Stream.concat(
                            unit.getParameterTypes().stream()
                                .flatMap(each -> each.getAllInvolvedRawTypes().stream()),
                            unit.getExceptionTypes().stream()))),
            fields.flatMap(field -> field.getType().getAllInvolvedRawTypes().stream()),
            type.getAllRawInterfaces().stream(),
            type.getRawSuperclass().stream())
        .flatMap(each -> each);
  }

  private static boolean isOpen(Set<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }

  @ArchTest
  static final ArchRule examplesUseOnlyApi =
      noClasses()
          .that()
          .resideInAPackage("io.garam.examples..")
          .should()
          .dependOnClassesThat(
              describe(
                  "are Garam's and not API",
                  type ->
                      type.getName().startsWith("io.garam.")
                          && !type.getName().startsWith("io.garam.examples.")
                          && !isApi(type.getPackage())))
          .because("they show what a user can do");

  private static Set<String> packages(JavaClasses all) {
    return all.stream()
        .map(JavaClass::getPackage)
        .filter(ApiTest::isApi)
        .map(JavaPackage::getName)
        .collect(Collectors.toSet());
  }

  @ArchTest
  static void everyApiTypeSaysSinceWhen(JavaClasses all) {
    Set<String> api = packages(all);
    List<String> silent =
        SourceTypes.all().stream()
            .filter(type -> api.contains(type.packageName()))
            .filter(type -> !type.javadoc().contains("@since "))
            .map(SourceTypes.SourceType::qualifiedName)
            .toList();
    assertThat(silent).as("API types without @since").isEmpty();
  }

  @ArchTest
  static void thePageNamesThePackagesOfTheApi(JavaClasses all) throws Exception {
    assertThat(LibraryPage.packagesOfTheApi()).isEqualTo(packages(all));
  }
}
