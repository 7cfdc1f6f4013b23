package descent.audio.track;

import descent.audio.script.Cast;
import descent.audio.script.Script;
import descent.audio.script.Scripts;
import descent.audio.script.Track;
import descent.audio.speech.SpeechEngine;
import descent.course.material.Course;
import descent.course.material.Glossary;
import descent.course.material.Lesson;
import descent.course.material.Voices;
import descent.course.material.Voices.Character;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which sounds the courses want, as they are now. */
@ApplicationScoped
public class Wanted {
    private final SpeechEngine engine;
    private final AudioConfig config;

    /** A course is the same object until it changes. */
    private final Map<String, Of> known = new ConcurrentHashMap<>();

    Wanted(SpeechEngine engine, AudioConfig config) {
        this.engine = engine;
        this.config = config;
    }

    private record Of(Course course, List<Item> items, List<Word> words) {}

    /** A part of a lesson that can be heard, in the order of the course. */
    public record Item(Lesson lesson, Track track, Script script, String key, String task) {
        /** The name of its file within the course's folder. */
        public String partName() {
            return lesson.folder().substring(lesson.folder().indexOf('/') + 1)
                    + "/"
                    + track.path()
                    + ".yaml";
        }
    }

    /**
     * A word of the glossary, which is heard on its card.
     *
     * @param term its id
     */
    record Word(String term, String key, String task) {}

    public List<Item> of(Course course) {
        return all(course).items();
    }

    List<Word> words(Course course) {
        return all(course).words();
    }

    private Of all(Course course) {
        var of = known.get(course.id());
        if (of == null || of.course() != course) {
            of = new Of(course, items(course), spoken(course));
            known.put(course.id(), of);
        }
        return of;
    }

    public Optional<Item> of(Course course, String lesson, Track track) {
        return of(course).stream()
                .filter(item -> item.lesson().id().equals(lesson) && item.track() == track)
                .findFirst();
    }

    Task task(Course course, Script script) {
        var voices = course.voices().content().orElse(Voices.NONE);
        var characters =
                voices.characters().stream()
                        .collect(
                                Collectors.toMap(
                                        Character::role, Function.identity(), (a, _) -> a));
        return Task.of(
                engine.id(),
                script,
                Cast.of(script, characters, voices.pronunciations(), config.voice()));
    }

    private List<Item> items(Course course) {
        var items = new ArrayList<Item>();
        for (var lesson : course.lessons()) {
            for (var track : Track.values()) {
                Scripts.of(course, lesson, track)
                        .ifPresent(script -> {
                            var task = task(course, script).json();
                            items.add(new Item(lesson, track, script, Task.key(task), task));
                        });
            }
        }
        return List.copyOf(items);
    }

    private List<Word> spoken(Course course) {
        return course.glossary().list(Glossary::terms).stream()
                .flatMap(term ->
                        Scripts.of(term, course.language())
                                .map(script -> task(course, script).json())
                                .map(task -> new Word(term.id(), Task.key(task), task))
                                .stream())
                .toList();
    }
}
