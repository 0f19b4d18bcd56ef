package treasurehunt.core;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the core may know of the world and its packages of each other. */
class LayersTest {
    private static final JavaClasses CORE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("treasurehunt.core");

    private static final ArchRule KNOWS_ONLY_WHAT_IT_MAY =
            classes()
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(
                                    "java..",
                                    "treasurehunt.core..",
                                    "treasurehunt.schemas..",
                                    "com.ibm.icu..",
                                    "com.google.re2j.."));

    private static final ArchRule DOES_NO_IO =
            noClasses()
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                    "java.io..",
                                    "java.net..",
                                    "java.nio.channels..",
                                    "java.nio.file..",
                                    "java.sql..",
                                    "java.util.concurrent..",
                                    "java.util.logging.."));

    private static final ArchRule HAS_NO_CYCLES =
            slices().matching("treasurehunt.core.(*)..").should().beFreeOfCycles();

    private static ArchRule keepsFrom(String layer, String other) {
        return noClasses()
                .that()
                .resideInAPackage("treasurehunt.core." + layer)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("treasurehunt.core." + other);
    }

    @Test
    void theCoreKnowsOnlyJavaTheSchemasUnicodeAndPatterns() {
        KNOWS_ONLY_WHAT_IT_MAY.check(CORE);
    }

    @Test
    void theCoreDoesNoIo() {
        DOES_NO_IO.check(CORE);
    }

    @ParameterizedTest
    @CsvSource({"hunt, state", "hunt, judge", "state, hunt", "state, judge"})
    void judgingKnowsStateAndHuntAndNeverTheOtherWay(String layer, String other) {
        keepsFrom(layer, other).check(CORE);
    }

    @Test
    void thePackagesHaveNoCycles() {
        HAS_NO_CYCLES.check(CORE);
    }

    @Test
    void theRulesSeeWhatTheyForbid() {
        JavaClasses knowsALibrary = new ClassFileImporter().importClasses(LayersTest.class);
        JavaClasses writesFiles = new ClassFileImporter().importClasses(Hunts.class);

        assertThat(KNOWS_ONLY_WHAT_IT_MAY.evaluate(knowsALibrary).hasViolation()).isTrue();
        assertThat(DOES_NO_IO.evaluate(writesFiles).hasViolation()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunt", "state"})
    void theLayerRuleSeesADependency(String layer) {
        assertThat(keepsFrom("judge", layer).evaluate(CORE).hasViolation()).isTrue();
    }
}
