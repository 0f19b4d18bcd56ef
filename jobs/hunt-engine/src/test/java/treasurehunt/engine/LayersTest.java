package treasurehunt.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

/**
 * Dependencies point one way: connectors to schemas, and only a job sees connectors and core. The
 * core has rules of its own.
 */
class LayersTest {
    private static final JavaClasses OURS =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("treasurehunt");

    @Test
    void schemasSeeNothingButTheirParsers() {
        classes()
                .that()
                .resideInAPackage("treasurehunt.schemas..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "treasurehunt.schemas..",
                        "java..",
                        "javax.crypto..",
                        "com.fasterxml.jackson.core..",
                        "com.google.re2j..",
                        "org.snakeyaml.engine..")
                .check(OURS);
    }

    @Test
    void connectorsKnowNoRules() {
        noClasses()
                .that()
                .resideInAPackage("treasurehunt.connector..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("treasurehunt.core..", "treasurehunt.engine..")
                .check(OURS);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("treasurehunt.(connector.*.*)..").should().beFreeOfCycles().check(OURS);
        slices().matching("treasurehunt.schemas.(*)..").should().beFreeOfCycles().check(OURS);
    }
}
