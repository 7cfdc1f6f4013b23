package descent.quiz.practice;

import descent.course.material.Concepts.KeyConcept;
import descent.course.material.Course;
import descent.course.material.Lesson;
import descent.quiz.rules.Bank.Item;
import descent.quiz.rules.Banks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The concepts of a course of which there are questions, the weakest first. */
@ApplicationScoped
public class PracticeConcepts {
    private final Banks banks;
    private final PastAnswers pastAnswers;

    PracticeConcepts(Banks banks, PastAnswers pastAnswers) {
        this.banks = banks;
        this.pastAnswers = pastAnswers;
    }

    public List<ConceptStrength> of(UUID personId, Course course) {
        var strengths = pastAnswers.strengths(personId, course);
        var titles = titles(course);
        Map<String, List<Item>> byConcept =
                banks.of(course).items().stream()
                        .collect(
                                Collectors.groupingBy(
                                        item -> item.written().concept(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        return byConcept.entrySet().stream()
                .map(each ->
                        new ConceptStrength(
                                each.getKey(),
                                titles.getOrDefault(each.getKey(), each.getKey()),
                                lesson(course, each.getValue().getFirst()),
                                each.getValue().size(),
                                (int) Math.round(100 * strengths.of(each.getKey())),
                                strengths.knows(each.getKey())))
                .sorted(Comparator.comparing(ConceptStrength::percent))
                .toList();
    }

    private static String lesson(Course course, Item item) {
        return course.lesson(item.lessonId()).map(Lesson::title).orElse("");
    }

    private static Map<String, String> titles(Course course) {
        var titles = new HashMap<String, String>();
        course.lessons().stream()
                .flatMap(lesson -> lesson.concepts().list(all -> all.keyConcepts()).stream())
                .forEach((KeyConcept concept) -> titles.put(concept.id(), concept.term()));
        return titles;
    }
}
