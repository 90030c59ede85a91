package io.garam;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import ai.onnxruntime.OrtEnvironment;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;

/** What each module may know, so that the tagger never needs the training library. */
@AnalyzeClasses(packages = "io.garam", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

  @ArchTest
  static final ArchRule modulesKnowOnlyThoseBelow =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("nlu")
          .definedBy("io.garam.nlu..")
          .layer("evaluation")
          .definedBy("io.garam.evaluation..")
          .layer("training")
          .definedBy("io.garam.training..")
          .layer("streams")
          .definedBy("io.garam.streams..")
          .layer("app")
          .definedBy("io.garam.app..")
          .whereLayer("nlu")
          .mayNotAccessAnyLayer()
          .whereLayer("evaluation")
          .mayOnlyAccessLayers("nlu")
          .whereLayer("training")
          .mayOnlyAccessLayers("evaluation", "nlu")
          .whereLayer("streams")
          .mayOnlyAccessLayers("nlu")
          .whereLayer("app")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule onlyStreamsAndAppKnowKafka =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.garam.streams..", "io.garam.app..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka..");

  @ArchTest
  static final ArchRule onlyTrainingKnowsLibtorch =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.garam.training..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bytedeco..");

  @ArchTest
  static final ArchRule onlyNluRunsOnnxModels =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.garam.nlu..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("ai.onnxruntime..").and(not(type(OrtEnvironment.class))))
          .because("all others go through IntentClassifier");

  @ArchTest
  static final ArchRule onlyTrainingAsksForTheVersionOfOnnxRuntime =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.garam.nlu..", "io.garam.training..")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(OrtEnvironment.class);

  @ArchTest
  static final ArchRule onlyAppTouchesTheStandardStreams =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.garam.app..")
          .should(ACCESS_STANDARD_STREAMS)
          .because("standard output carries results and nothing else");

  @ArchTest
  static final ArchRule logsGoThroughSlf4j =
      noClasses().that().resideOutsideOfPackage("io.garam.app..").should(USE_JAVA_UTIL_LOGGING);

  @ArchTest
  static final ArchRule everyPackageIsNullMarked =
      classes()
          .should(
              ArchCondition.from(
                  describe(
                      "reside in a package whose package-info.java is @NullMarked",
                      javaClass -> javaClass.getPackage().isAnnotatedWith(NullMarked.class))));

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("io.garam.(**)").should().beFreeOfCycles();
}
