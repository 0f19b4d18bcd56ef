package treasurehunt.auditor;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.api.Test;

import treasurehunt.auditor.generator.GeneratedLog;
import treasurehunt.schemas.action.Reason;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.PointsReason;

/** What the second reading may know of the vocabulary, and that it is not what it audits. */
class LayersTest {
    private static final String GENERATOR = "treasurehunt.auditor.generator..";
    private static final String[] READING = {
        "treasurehunt.auditor",
        "treasurehunt.auditor.reading..",
        "treasurehunt.auditor.rules..",
        "treasurehunt.auditor.comparing.."
    };

    private static final JavaClasses AUDITOR =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("treasurehunt.auditor");

    /** A seal says who wrote something, and no rule. */
    private static final String SEALS = "treasurehunt.schemas.seal";

    private static final ArchRule READS_THE_RULES_ITSELF =
            noClasses()
                    .that()
                    .resideInAnyPackage(READING)
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("treasurehunt.schemas..")
                                    .and(not(resideInAPackage("treasurehunt.schemas.json")))
                                    .and(not(resideInAPackage(SEALS)))
                                    .and(
                                            not(
                                                    belongToAnyOf(
                                                            Reason.class,
                                                            Code.class,
                                                            PointsReason.class))));

    private static final ArchRule SEALS_KNOW_NO_RULES =
            classes()
                    .that()
                    .resideInAPackage(SEALS)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            SEALS, "treasurehunt.schemas.json", "java..", "javax.crypto..");

    private static final ArchRule KEEPS_FROM_THE_GENERATOR =
            noClasses()
                    .that()
                    .resideInAnyPackage(READING)
                    .should()
                    .dependOnClassesThat(resideInAPackage(GENERATOR));

    private static final ArchRule GENERATES_WITHOUT_THE_READING =
            noClasses()
                    .that()
                    .resideInAPackage(GENERATOR)
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(READING[1], READING[2], READING[3]));

    @Test
    void theSecondReadingSharesOnlyJsonSealsAndTheWordsOfAnswers() {
        READS_THE_RULES_ITSELF.check(AUDITOR);
    }

    @Test
    void theSealsThatItSharesKnowNoRules() {
        SEALS_KNOW_NO_RULES.check(new ClassFileImporter().importPackages(SEALS));
    }

    @Test
    void theSecondReadingAndTheGeneratorDoNotKnowEachOther() {
        KEEPS_FROM_THE_GENERATOR.check(AUDITOR);
        GENERATES_WITHOUT_THE_READING.check(AUDITOR);
    }

    @Test
    void theRulesSeeWhatTheyForbid() {
        JavaClasses knowsAll = new ClassFileImporter().importClasses(Strayed.class);

        assertThat(READS_THE_RULES_ITSELF.evaluate(knowsAll).hasViolation()).isTrue();
        assertThat(KEEPS_FROM_THE_GENERATOR.evaluate(knowsAll).hasViolation()).isTrue();
    }

    /** A class of the second reading that knows what it must not. */
    private record Strayed(Hunt hunt, GeneratedLog log) {}
}
