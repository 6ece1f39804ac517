package org.tandemrec.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The one-way flow of docs/architecture.md, package by package. */
class OneWayFlowTest {
    private static final String ROOT = "org.tandemrec";

    /** Every package directly below the root, and the others it may import. */
    private static final Map<String, Set<String>> STEPS =
            Map.ofEntries(
                    Map.entry("vectors", Set.of()),
                    Map.entry("regression", Set.of("vectors")),
                    Map.entry("data", Set.of()),
                    Map.entry("reading", Set.of("data")),
                    Map.entry("features", Set.of("data")),
                    Map.entry("layers", Set.of("vectors")),
                    Map.entry(
                            "towers",
                            Set.of("vectors", "regression", "data", "features", "layers", "parts")),
                    Map.entry("parts", Set.of("vectors", "features", "layers")),
                    Map.entry(
                            "training",
                            Set.of(
                                    "vectors",
                                    "regression",
                                    "data",
                                    "features",
                                    "layers",
                                    "towers",
                                    "parts",
                                    "model")),
                    Map.entry("model", Set.of("data", "features")),
                    Map.entry("embeddings", Set.of("vectors", "data", "features", "model")),
                    Map.entry("importing", Set.of("data", "features", "model", "embeddings")),
                    Map.entry("index", Set.of("vectors")),
                    Map.entry("milvus", Set.of("data", "index")),
                    Map.entry(
                            "recommend",
                            Set.of("vectors", "data", "features", "model", "embeddings", "index")),
                    Map.entry(
                            "evaluation",
                            Set.of(
                                    "vectors",
                                    "regression",
                                    "data",
                                    "features",
                                    "model",
                                    "embeddings")),
                    Map.entry("cli", everythingBut("cli", "serve")),
                    Map.entry(
                            "serve",
                            everythingBut("cli", "serve", "reading", "training", "importing")));

    /** Libraries that only one step, or two, may know. */
    private static final Map<String, Set<String>> DOORS =
            Map.of(
                    "jdk.incubator.vector..", Set.of("vectors"),
                    "org.duckdb..", Set.of("reading"),
                    "java.sql..", Set.of("reading"),
                    "ai.onnx.proto..", Set.of("layers", "towers", "training", "importing"),
                    "ai.onnxruntime..", Set.of("embeddings"),
                    "org.apache.lucene..", Set.of("index"),
                    "io.milvus..", Set.of("milvus"),
                    "picocli..", Set.of("cli"),
                    "me.tongfei.progressbar..", Set.of("cli"));

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(OneWayFlowTest::isMain).importPackages(ROOT);

    @ParameterizedTest
    @MethodSource("steps")
    void aStepImportsOnlyWhatStandsBeforeIt(String step) {
        noClasses()
                .that(resideInAPackage(within(step)))
                .should()
                .dependOnClassesThat(
                        resideInAPackage(ROOT + "..")
                                .and(not(resideInAPackage(within(step))))
                                .and(not(resideInAnyPackage(within(STEPS.get(step))))))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void aLibraryIsKnownToItsOwnStepOnly(String library) {
        noClasses()
                .that(not(resideInAnyPackage(within(DOORS.get(library)))))
                .should()
                .dependOnClassesThat(resideInAPackage(library))
                .check(CLASSES);
    }

    @Test
    void everyPackageHasItsPlaceInTheFlow() {
        assertThat(packages().map(OneWayFlowTest::step)).isSubsetOf(STEPS.keySet());
    }

    @Test
    void noPackagesKnowEachOther() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> marked =
                CLASSES.stream()
                        .filter(type -> type.getSimpleName().equals("package-info"))
                        .filter(type -> type.isAnnotatedWith(NullMarked.class))
                        .map(JavaClass::getPackageName)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(marked).containsExactlyElementsOf(packages().toList());
    }

    @Test
    void onlyTheCommandLineWritesToTheStandardStreams() {
        noClasses()
                .that(not(resideInAPackage(within("cli"))))
                .should(ACCESS_STANDARD_STREAMS)
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandLineTouchesJavaUtilLogging() {
        noClasses()
                .that(not(resideInAPackage(within("cli"))))
                .should()
                .dependOnClassesThat(resideInAPackage("java.util.logging.."))
                .check(CLASSES);
    }

    private static boolean isMain(Location location) {
        return !location.contains("/test-classes/") && !location.contains("-tests.jar");
    }

    private static Stream<String> steps() {
        return STEPS.keySet().stream().sorted();
    }

    private static Stream<String> libraries() {
        return DOORS.keySet().stream().sorted();
    }

    private static Stream<String> packages() {
        return CLASSES.stream().map(JavaClass::getPackageName).distinct().sorted();
    }

    /** The first name below the root: a step may have packages of its own inside. */
    private static String step(String packageName) {
        return packageName.substring(ROOT.length() + 1).split("\\.", 2)[0];
    }

    private static String within(String step) {
        return ROOT + "." + step + "..";
    }

    private static String[] within(Set<String> steps) {
        return steps.stream().map(OneWayFlowTest::within).toArray(String[]::new);
    }

    private static Set<String> everythingBut(String... excluded) {
        Set<String> steps =
                new TreeSet<>(
                        List.of(
                                "vectors",
                                "regression",
                                "data",
                                "reading",
                                "features",
                                "layers",
                                "towers",
                                "parts",
                                "training",
                                "model",
                                "embeddings",
                                "importing",
                                "index",
                                "milvus",
                                "recommend",
                                "evaluation"));
        steps.removeAll(Set.of(excluded));
        return steps;
    }
}
