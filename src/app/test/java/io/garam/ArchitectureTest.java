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
import io.garam.app.run.TaggerCommand;
import io.garam.streams.Tagger;
import io.garam.streams.replay.ReplayPass;
import java.text.DecimalFormat;
import java.text.SimpleDateFormat;
import java.util.Formatter;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import picocli.CommandLine.Command;

/** What each module may know, so that the tagger never needs the training library. */
@AnalyzeClasses(packages = "io.garam", importOptions = DoNotIncludeTests.class)
public final class ArchitectureTest {

  private static final Set<String> FORMATS_BY_DEFAULT =
      Set.of(
          "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
          "java.lang.String.formatted([Ljava.lang.Object;)",
          "java.lang.String.toLowerCase()",
          "java.lang.String.toUpperCase()",
          "java.io.PrintWriter.printf(java.lang.String, [Ljava.lang.Object;)",
          "java.io.PrintWriter.format(java.lang.String, [Ljava.lang.Object;)",
          "java.io.PrintStream.printf(java.lang.String, [Ljava.lang.Object;)",
          "java.io.PrintStream.format(java.lang.String, [Ljava.lang.Object;)",
          "java.text.NumberFormat.getInstance()",
          "java.text.NumberFormat.getIntegerInstance()",
          "java.text.NumberFormat.getNumberInstance()",
          "java.text.NumberFormat.getPercentInstance()",
          "java.time.format.DateTimeFormatter.ofPattern(java.lang.String)");

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
          .layer("web")
          .definedBy("io.garam.web..")
          .layer("app")
          .definedBy("io.garam.app..")
          .layer("examples")
          .definedBy("io.garam.examples..")
          .whereLayer("nlu")
          .mayNotAccessAnyLayer()
          .whereLayer("evaluation")
          .mayOnlyAccessLayers("nlu")
          .whereLayer("training")
          .mayOnlyAccessLayers("evaluation", "nlu")
          .whereLayer("streams")
          .mayOnlyAccessLayers("nlu")
          .whereLayer("web")
          .mayOnlyAccessLayers("streams", "nlu")
          .whereLayer("app")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("examples")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule onlyStreamsAndWhatIsAboveItKnowKafka =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.garam.streams..", "io.garam.app..", "io.garam.examples..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka..");

  @ArchTest
  static final ArchRule onlyWebKnowsHttp =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.garam.web..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.eclipse.jetty..", "io.prometheus..");

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
          .because("all others go through io.garam.nlu.onnx");

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
          .resideOutsideOfPackages("io.garam.app..", "io.garam.examples..")
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
  static final ArchRule aCommandThatRunsATaggerSaysWhetherItsThreadsHaveEnded =
      classes()
          .that()
          .areAnnotatedWith(Command.class)
          .and(
              describe(
                  "start a tagger",
                  command ->
                      command.getMethodCallsFromSelf().stream()
                          .anyMatch(
                              call ->
                                  call.getTargetOwner().isEquivalentTo(Tagger.class)
                                      || call.getTargetOwner().isEquivalentTo(ReplayPass.class))))
          .should()
          .implement(TaggerCommand.class)
          .because("the process must not wait for them, or it hangs");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("io.garam.(**)").should().beFreeOfCycles();

  @ArchTest
  public static final ArchRule nothingIsWrittenInTheLocaleOfTheMachine =
      noClasses()
          .should()
          .callMethodWhere(
              describe(
                  "formats or changes case by the default locale",
                  call -> FORMATS_BY_DEFAULT.contains(call.getTarget().getFullName())))
          .orShould()
          .callConstructor(DecimalFormat.class, String.class)
          .orShould()
          .callConstructor(SimpleDateFormat.class, String.class)
          .orShould()
          .callConstructor(Formatter.class)
          .because(
              "in Arabic numbers have other digits, and in Turkish I has another small letter");
}
