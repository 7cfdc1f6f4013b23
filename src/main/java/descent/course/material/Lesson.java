package descent.course.material;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A lesson with its parts, each in a file of its own.
 *
 * @param folder within the content folder
 * @param figures by the name that texts call them
 */
public record Lesson(
        String id,
        String folder,
        Part<LessonText> text,
        Part<Concepts> concepts,
        Part<Conversation> conversation,
        Part<Audiobook> audiobook,
        Part<List<Flashcard>> flashcards,
        List<Part<List<BankQuestion>>> questions,
        Part<List<Preset>> presets,
        Map<String, Figure> figures) {
    public Lesson {
        questions = List.copyOf(questions);
        figures = Map.copyOf(figures);
    }

    /** The lesson's title; its id in words while its text is broken. */
    public String title() {
        return text.content().map(LessonText::title).orElseGet(() -> Words.of(id));
    }

    public Optional<LessonText.Section> section(String id) {
        return text.list(LessonText::sections).stream()
                .filter(section -> section.id().equals(id))
                .findFirst();
    }

    public List<Flashcard> cards() {
        return flashcards.list(cards -> cards);
    }

    public List<BankQuestion> bank() {
        return questions.stream().flatMap(part -> part.list(q -> q).stream()).toList();
    }

    public List<Preset> experiments() {
        return presets.list(presets -> presets);
    }

    /** All files of the lesson. */
    public Stream<Part<?>> parts() {
        return Stream.concat(
                Stream.of(text, concepts, conversation, audiobook, flashcards, presets),
                questions.stream());
    }
}
