package descent;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import descent.testing.SecondLane;
import java.time.Clock;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The map of the house: which room may open the door of which other room. */
@SecondLane
class ArchitectureTest {
    private static final String BASE = "descent";
    private static final Set<String> BELOW_LEARNING =
            Set.of("shared", "course", "account", "enrolment", "activity");

    private static final Map<String, Set<String>> MAY_USE =
            withTheTopOfTheHouse(
                    Map.ofEntries(
                            entry("shared", Set.of()),
                            entry("help", Set.of("shared")),
                            entry("engine", Set.of()),
                            entry("question", Set.of("engine")),
                            entry("course", Set.of("shared", "question", "engine")),
                            entry("account", Set.of("shared")),
                            entry("exchange", Set.of("shared", "question", "course")),
                            entry("enrolment", Set.of("shared", "course", "account")),
                            entry("activity", Set.of("shared", "course", "account")),
                            entry("run", Set.of("shared", "account", "engine")),
                            entry("lesson", BELOW_LEARNING),
                            entry("audio", BELOW_LEARNING),
                            entry(
                                    "flashcard",
                                    and(BELOW_LEARNING, "question", "exchange", "audio")),
                            entry("quiz", and(BELOW_LEARNING, "question", "engine", "run")),
                            entry("experiment", and(BELOW_LEARNING, "question", "engine", "run")),
                            entry("game", and(BELOW_LEARNING, "question"))));

    private static final JavaClasses APP =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(BASE);

    static Set<String> rooms() {
        return MAY_USE.keySet();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void roomUsesOnlyTheRoomsListed(String room) {
        var closed = new TreeSet<>(rooms());
        closed.remove(room);
        closed.removeAll(MAY_USE.get(room));
        noClasses()
                .that()
                .resideInAPackage(inside(room))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                closed.stream()
                                        .map(ArchitectureTest::inside)
                                        .toArray(String[]::new)))
                .allowEmptyShould(true)
                .check(APP);
    }

    @Test
    void everyRoomIsOnTheMap() {
        var unknown =
                APP.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> name.startsWith(BASE + "."))
                        .map(name -> name.split("\\.")[1])
                        .filter(room -> !rooms().contains(room))
                        .collect(Collectors.toSet());
        assertEquals(Set.of(), unknown);
    }

    /** Sessions, passwords and links are the account room's own business, and the admin pages'. */
    @Test
    void onlyAdminGoesBehindTheDoorOfAccount() {
        noClasses()
                .that()
                .resideOutsideOfPackages(inside("account"), inside("admin"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE + ".account.*..")
                .check(APP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "engine",
                "question",
                "flashcard.scheduling",
                "game.rules",
                "progress.mastery",
                "progress.study",
                "search.text"
            })
    void coreNeedsOnlyTheJdk(String core) {
        classes()
                .that()
                .resideInAPackage(inside(core))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        inside(core),
                        inside("engine"),
                        "java..",
                        "jdk.incubator.vector..",
                        "org.jspecify..")
                .allowEmptyShould(true)
                .check(APP);
    }

    @Test
    void packagesHaveNoCycles() {
        SlicesRuleDefinition.slices().matching(BASE + ".(**)").should().beFreeOfCycles().check(APP);
    }

    /** Its results differ between machines: the engine has its own, or takes StrictMath's. */
    @ParameterizedTest
    @ValueSource(strings = {"exp", "tanh", "log", "pow", "sin", "cos", "log1p", "expm1"})
    void engineComputesTheSameOnEveryMachine(String function) {
        noClasses()
                .that()
                .resideInAPackage(inside("engine"))
                .should()
                .callMethodWhere(
                        com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                                        com.tngtech.archunit.core.domain.properties.HasName
                                                .Predicates.name(function))
                                .and(
                                        com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                                                com.tngtech.archunit.core.domain.properties.HasOwner
                                                        .Predicates.With.owner(
                                                        JavaClass.Predicates.equivalentTo(
                                                                Math.class)))))
                .allowEmptyShould(true)
                .check(APP);
    }

    /** Randomness comes from the engine's own seeded generator, time from the injected clock. */
    @Test
    void engineIsSeeded() {
        noClasses()
                .that()
                .resideInAnyPackage(inside("engine"), inside("question"))
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Random.class, java.security.SecureRandom.class, Clock.class)
                .allowEmptyShould(true)
                .check(APP);
    }

    private static String inside(String room) {
        return BASE + "." + room + "..";
    }

    private static Set<String> and(Set<String> rooms, String... more) {
        return Stream.concat(rooms.stream(), Stream.of(more)).collect(Collectors.toSet());
    }

    /** Level 4 may use everything below; nobody uses it. */
    private static Map<String, Set<String>> withTheTopOfTheHouse(Map<String, Set<String>> below) {
        return Stream.concat(
                        below.entrySet().stream(),
                        Stream.of("editor", "admin", "progress", "search", "design")
                                .map(room -> entry(room, below.keySet())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
