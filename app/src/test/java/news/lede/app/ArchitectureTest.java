package news.lede.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The few rules that keep the house as DESIGN draws it. An exception is listed here by class, with its reason. */
class ArchitectureTest {
    private static final JavaClasses LEDE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("news.lede");

    private static final String[] PLATFORMS = {
        "net.dv8tion..", "org.telegram..", "picocli..", "org.jline..", "ch.qos.logback.."
    };

    private static final String[] ADAPTERS_AND_ABOVE = {
        "news.lede.app..", "news.lede.discord..", "news.lede.telegram..", "news.lede.web..", "news.lede.config.."
    };

    /** Packages behind a port; only the composition root knows which one is used. */
    private static final String[] BEHIND_PORTS = {
        "news.lede.store..", "news.lede.http..", "news.lede.lucene..", "news.lede.onnx.."
    };

    @Test
    void theCoreKnowsNoPlatform() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ADAPTERS_AND_ABOVE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(PLATFORMS)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(ADAPTERS_AND_ABOVE)
                .because("what works in the console must work in every chat (docs/decisions/0010)")
                .check(LEDE);
    }

    @Test
    void eachPlatformStaysInItsModule() {
        noClasses()
                .that()
                .resideOutsideOfPackage("news.lede.discord..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("net.dv8tion..")
                .because("a platform's types end at its adapter (docs/decisions/0010)")
                .check(LEDE);
        noClasses()
                .that()
                .resideOutsideOfPackage("news.lede.telegram..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.telegram..")
                .because("a platform's types end at its adapter (docs/decisions/0010)")
                .check(LEDE);
        noClasses()
                .that()
                .resideInAPackage("news.lede.discord..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("news.lede.telegram..")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("news.lede.app..")
                .allowEmptyShould(true)
                .because("adapters never see each other (docs/decisions/0010)")
                .check(LEDE);
        noClasses()
                .that()
                .resideInAPackage("news.lede.telegram..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("news.lede.discord..")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("news.lede.app..")
                .allowEmptyShould(true)
                .because("adapters never see each other (docs/decisions/0010)")
                .check(LEDE);
    }

    @Test
    void theWebDeskKnowsTheCoreAlone() {
        noClasses()
                .that()
                .resideInAPackage("news.lede.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "news.lede.app..", "news.lede.discord..", "news.lede.telegram..", "news.lede.config..")
                .because("what it shows of a platform comes through a port of its own (docs/decisions/0107)")
                .check(LEDE);
        noClasses()
                .that()
                .resideOutsideOfPackage("news.lede.web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("gg.jte..")
                .because("how pages are drawn is the desk's own affair (docs/decisions/0107)")
                .check(LEDE);
    }

    @Test
    void sqlIsSpokenInTheStoreAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("news.lede.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..", "org.flywaydb..", "org.sqlite..")
                .because("a second database must be one more folder of SQL (docs/decisions/0010)")
                .check(LEDE);
    }

    @Test
    void whatIsBehindAPortIsNamedByTheCompositionRootAlone() {
        for (String hidden : BEHIND_PORTS) {
            noClasses()
                    .that(resideInAPackage("news.lede..")
                            .and(DescribedPredicate.not(resideInAnyPackage("news.lede.app..", hidden))))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(hidden)
                    .allowEmptyShould(true)
                    .because("ports can be served by something else (docs/decisions/0010)")
                    .check(LEDE);
        }
    }

    @Test
    void searchAndEmbeddingLibrariesStayBehindTheirPorts() {
        noClasses()
                .that()
                .resideOutsideOfPackage("news.lede.lucene..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.lucene..")
                .because("the index is derived data behind ArticleIndex (docs/decisions/0010)")
                .check(LEDE);
        noClasses()
                .that()
                .resideOutsideOfPackage("news.lede.onnx..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.onnxruntime..")
                .because("a model can be left out or replaced behind Embedder (docs/decisions/0010)")
                .check(LEDE);
    }

    @Test
    void theAdaptersHttpClientStaysWithThem() {
        noClasses()
                .that()
                .resideOutsideOfPackages("news.lede.discord..", "news.lede.telegram..", "news.lede.okhttp..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("okhttp3..")
                .because("the core does without it: it comes with the adapters (docs/decisions/0079)")
                .check(LEDE);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("news.lede.(**)")
                .should()
                .beFreeOfCycles()
                .because("a package must be understandable without the ones above it (docs/decisions/0010)")
                .check(LEDE);
    }

    @Test
    void everyPackageSaysThatNothingIsNullBySurprise() {
        Set<String> unmarked = new TreeSet<>();
        for (JavaClass type : LEDE) {
            if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                unmarked.add(type.getPackageName());
            }
        }
        assertThat(unmarked)
                .as("packages without a @NullMarked package-info.java (docs/decisions/0010)")
                .isEmpty();
    }

    @Test
    void timeIsHandedIn() {
        noClasses()
                .that()
                .areNotAssignableTo(Main.class)
                .should()
                .accessTargetWhere(ambientClock())
                .because("what depends on a hidden clock cannot be tested or replayed (docs/decisions/0010)")
                .check(LEDE);
    }

    @Test
    void standardStreamsBelongToTheConsole() {
        noClasses()
                // The log's lines go to standard error, which is what standard error is for.
                .that()
                .areNotAssignableTo(Main.class)
                .and()
                .areNotAssignableTo(LogLines.class)
                .should()
                .accessTargetWhere(standardStream())
                .because("a line on standard output would break what a program reads from it (docs/decisions/0010)")
                .check(LEDE);
    }

    @Test
    void everyClassOfOursIsLookedAt() {
        assertThat(LEDE).hasSizeGreaterThan(100);
        assertThat(LEDE.stream().map(JavaClass::getPackageName))
                .contains("news.lede.app", "news.lede.config", "news.lede.store", "news.lede.text");
    }

    private static DescribedPredicate<JavaAccess<?>> ambientClock() {
        Set<String> clocks =
                Set.of("now", "systemUTC", "systemDefaultZone", "system", "tickSeconds", "tickMillis", "tickMinutes");
        Set<String> types = Set.of(
                Instant.class.getName(),
                Clock.class.getName(),
                LocalDate.class.getName(),
                LocalDateTime.class.getName(),
                OffsetDateTime.class.getName(),
                ZonedDateTime.class.getName(),
                "java.time.InstantSource");
        return DescribedPredicate.describe("read a clock that nobody handed in", access -> {
            AccessTarget target = access.getTarget();
            String owner = target.getOwner().getName();
            boolean now = types.contains(owner)
                    && clocks.contains(target.getName())
                    && access.getTarget() instanceof AccessTarget.MethodCallTarget call
                    && call.getRawParameterTypes().stream().noneMatch(p -> p.isAssignableTo(Clock.class));
            boolean millis =
                    owner.equals(System.class.getName()) && target.getName().equals("currentTimeMillis");
            return now || millis;
        });
    }

    private static DescribedPredicate<JavaAccess<?>> standardStream() {
        return DescribedPredicate.describe("use a standard stream", access -> {
            AccessTarget target = access.getTarget();
            return (target.getOwner().isEquivalentTo(System.class)
                            && Set.of("out", "err", "in").contains(target.getName()))
                    || (target.getOwner().isAssignableTo(Throwable.class)
                            && target.getName().equals("printStackTrace")
                            && target instanceof AccessTarget.MethodCallTarget call
                            && call.getRawParameterTypes().isEmpty());
        });
    }
}
