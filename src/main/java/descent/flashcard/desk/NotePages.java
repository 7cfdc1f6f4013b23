package descent.flashcard.desk;

import descent.course.Courses;
import descent.course.material.BankQuestion;
import descent.course.material.Course;
import descent.course.material.Lesson;
import descent.enrolment.Enrolments;
import descent.flashcard.own.OwnNotes;
import descent.flashcard.own.OwnNotes.About;
import descent.flashcard.own.OwnPictures;
import descent.flashcard.study.RemoveNote;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Cards that a learner writes. */
@Path("/courses/{course}/cards/notes")
@Authenticated
public class NotePages {
    private final Courses courses;
    private final Enrolments enrolments;
    private final OwnNotes notes;
    private final OwnPictures pictures;
    private final RemoveNote removeNote;

    NotePages(
            Courses courses,
            Enrolments enrolments,
            OwnNotes notes,
            OwnPictures pictures,
            RemoveNote removeNote) {
        this.courses = courses;
        this.enrolments = enrolments;
        this.notes = notes;
        this.pictures = pictures;
        this.removeNote = removeNote;
    }

    /**
     * The form as it is shown.
     *
     * @param id of the note; empty for a new one
     * @param question id of the question that it is made from; empty for none
     */
    public record Form(
            String id,
            String question,
            String topic,
            TypedNote typed,
            List<String> decks,
            Map<String, String> errors) {}

    @CheckedTemplate(basePath = "flashcard", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance note(Course course, Form form);
    }

    /**
     * @param question a missed one that the card is about
     */
    @GET
    @Path("new")
    public TemplateInstance fresh(
            @RestPath("course") String id, @RestQuery @DefaultValue("") String question) {
        var person = enrolments.requireEnrolled(id);
        return page(person, id, "", question, TypedNote.EMPTY, Map.of());
    }

    @GET
    @Path("{note}")
    public TemplateInstance note(@RestPath("course") String id, @RestPath String note) {
        var person = enrolments.requireEnrolled(id);
        var known = notes.note(person, id, note);
        return page(person, id, note, "", TypedNote.of(known.content()), Map.of());
    }

    @POST
    @Path("new")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response make(
            @RestPath("course") String id,
            @RestForm @DefaultValue("") String question,
            @RestForm @DefaultValue("") String kind,
            @RestForm @DefaultValue("") String front,
            @RestForm @DefaultValue("") String back,
            @RestForm @DefaultValue("") String deck,
            @RestForm @DefaultValue("") String tags,
            @RestForm @Nullable FileUpload picture)
            throws IOException {
        var person = enrolments.requireEnrolled(id);
        var typed = typed(person, kind, front, back, deck, tags, picture);
        if (!typed.errors().isEmpty()) {
            return refused(person, id, "", question, typed);
        }
        var note = typed.note().note();
        var made = notes.make(person, id, note, about(courses.course(id), question));
        return Response.seeOther(
                        URI.create(
                                "/courses/%s/cards/card/%s".formatted(id, made.cards().getFirst())))
                .build();
    }

    @POST
    @Path("{note}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response change(
            @RestPath("course") String id,
            @RestPath String note,
            @RestForm @DefaultValue("") String kind,
            @RestForm @DefaultValue("") String front,
            @RestForm @DefaultValue("") String back,
            @RestForm @DefaultValue("") String deck,
            @RestForm @DefaultValue("") String tags,
            @RestForm @Nullable FileUpload picture)
            throws IOException {
        var person = enrolments.requireEnrolled(id);
        notes.note(person, id, note);
        var typed = typed(person, kind, front, back, deck, tags, picture);
        if (!typed.errors().isEmpty()) {
            return refused(person, id, note, "", typed);
        }
        notes.change(person, id, note, typed.note().note());
        return Response.seeOther(URI.create("/courses/%s/cards/browse".formatted(id))).build();
    }

    @POST
    @Path("{note}/remove")
    public Response remove(@RestPath("course") String id, @RestPath String note) {
        removeNote.remove(enrolments.requireEnrolled(id), id, note);
        return Response.seeOther(URI.create("/courses/%s/cards/browse".formatted(id))).build();
    }

    private record Typed(TypedNote note, Map<String, String> errors) {}

    /** A picture goes to the end of what is asked. */
    private Typed typed(
            UUID person,
            String kind,
            String front,
            String back,
            String deck,
            String tags,
            @Nullable FileUpload picture)
            throws IOException {
        var typed = new TypedNote(kind, front, back, deck, tags);
        var errors = new HashMap<>(typed.errors());
        if (picture == null || picture.size() == 0) {
            return new Typed(typed, errors);
        }
        var kept =
                picture.size() > OwnPictures.MOST_BYTES
                        ? Optional.<String>empty()
                        : pictures.keep(person, Files.readAllBytes(picture.uploadedFile()));
        if (kept.isEmpty()) {
            errors.put("picture", "A picture is a PNG, JPEG, GIF or WebP of at most 1 MB.");
            return new Typed(typed, errors);
        }
        var withPicture = front.strip() + "\n\n![](" + kept.get() + ")";
        var shown = new TypedNote(kind, withPicture.strip(), back, deck, tags);
        return new Typed(shown, shown.errors());
    }

    private Response refused(UUID person, String id, String note, String question, Typed typed) {
        return Response.status(422)
                .entity(page(person, id, note, question, typed.note(), typed.errors()))
                .build();
    }

    private TemplateInstance page(
            UUID person,
            String id,
            String note,
            String question,
            TypedNote typed,
            Map<String, String> errors) {
        var course = courses.course(id);
        var decks =
                notes.of(person, id).stream()
                        .map(each -> each.content().deck())
                        .filter(deck -> !deck.isEmpty())
                        .distinct()
                        .toList();
        var topic = course.question(question).map(each -> topic(course, each)).orElse("");
        return Templates.note(course, new Form(note, question, topic, typed, decks, errors));
    }

    private static Optional<Lesson> lesson(Course course, String question) {
        return course.lessons().stream()
                .filter(each -> each.bank().stream().anyMatch(q -> q.id().equals(question)))
                .findFirst();
    }

    private static String topic(Course course, BankQuestion question) {
        return lesson(course, question.id()).stream()
                .flatMap(each -> each.concepts().list(c -> c.keyConcepts()).stream())
                .filter(concept -> concept.id().equals(question.concept()))
                .findFirst()
                .map(concept -> concept.term())
                .orElse(question.concept());
    }

    private static About about(Course course, String question) {
        return course.question(question)
                .map(each ->
                        new About(
                                lesson(course, question).map(Lesson::id).orElse(""),
                                each.section(),
                                each.concept()))
                .orElse(About.NOTHING);
    }
}
