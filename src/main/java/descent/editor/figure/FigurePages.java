package descent.editor.figure;

import descent.account.CurrentPerson;
import descent.course.Publishing;
import descent.course.material.LessonText.Section;
import descent.editor.AuthorTexts;
import descent.editor.PartPath;
import descent.editor.Parts;
import descent.editor.PublishChanges;
import descent.editor.PublishChanges.Change;
import descent.editor.PublishChanges.Outcome;
import descent.editor.Verdict;
import descent.editor.upload.Uploads;
import descent.exchange.card.UnreadableFile;
import descent.shared.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The pictures of a lesson: those that it has, and the form for another. */
@Path("/editor/courses/{course}/figures/{folder}")
@RolesAllowed("author")
public class FigurePages {
    private static final int LONGEST_NAME = 60;
    private static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";

    private final Parts parts;
    private final AuthorTexts texts;
    private final Publishing publishing;
    private final PublishChanges publish;
    private final CurrentPerson person;

    FigurePages(
            Parts parts,
            AuthorTexts texts,
            Publishing publishing,
            PublishChanges publish,
            CurrentPerson person) {
        this.parts = parts;
        this.texts = texts;
        this.publishing = publishing;
        this.publish = publish;
        this.person = person;
    }

    /** What was filled in, so that a mistake in one field costs none of the others. */
    public record Filled(String name, String alternative, String caption, String section) {
        static final Filled NOTHING = new Filled("", "", "", "");
    }

    /**
     * @param lesson the text in which pictures stand
     * @param course its title
     * @param sections of the text as its author has it
     * @param figures those that are there
     */
    public record View(
            PartPath lesson, String course, List<Section> sections, List<PartPath> figures) {}

    @CheckedTemplate(basePath = "editor", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance figures(
                View view, Filled filled, String error, List<Verdict> refused);
    }

    @GET
    public TemplateInstance figures(@RestPath String course, @RestPath String folder) {
        return Templates.figures(view(lesson(course, folder)), Filled.NOTHING, "", List.of());
    }

    /** Keeps the picture and puts it into the author's draft of the lesson's text. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response add(
            @RestPath String course,
            @RestPath String folder,
            @RestForm @Nullable FileUpload file,
            @RestForm @DefaultValue("") String name,
            @RestForm @DefaultValue("") String alternative,
            @RestForm @DefaultValue("") String caption,
            @RestForm @DefaultValue("") String section) {
        var lesson = lesson(course, folder);
        var filled = new Filled(name.strip(), alternative.strip(), caption.strip(), section);
        try {
            var picture = SentPicture.of(Uploads.bytes(file));
            var figure = place(lesson, filled, picture);
            return switch (publish.take(course, List.of(change(figure, picture)), author())) {
                case Outcome.Published _ -> put(lesson, figure, filled);
                case Outcome.Broken(var verdict) ->
                        refused(Templates.figures(view(lesson), filled, "", List.of(verdict)));
                case Outcome.Overtaken _ ->
                        throw Problem.conflict("Somebody has just sent a picture of this name.");
            };
        } catch (UnreadableFile e) {
            return refused(Templates.figures(view(lesson), filled, e.reason(), List.of()));
        }
    }

    /** Where the picture will be; says what is wrong with the form. */
    private PartPath place(PartPath lesson, Filled filled, SentPicture picture) {
        if (!filled.name().matches(NAME) || filled.name().length() > LONGEST_NAME) {
            throw new UnreadableFile(
                    "The name is made of small letters and digits, joined by hyphens, at most %d: loss-valley."
                            .formatted(LONGEST_NAME));
        }
        if (filled.alternative().split("\\s+").length < 3) {
            throw new UnreadableFile(
                    "Say in three words or more what the picture shows: some learners hear it only.");
        }
        var figure =
                parts.at(
                        lesson.course(),
                        "%s/figures/%s.%s"
                                .formatted(lesson.folder(), filled.name(), picture.ending()));
        if (parts.bytes(figure).isPresent()) {
            throw new UnreadableFile(
                    "There is a picture of this name already: choose another name.");
        }
        return figure;
    }

    private Change change(PartPath figure, SentPicture picture) {
        return new Change(figure, Optional.of(picture.bytes()), parts.headId(figure));
    }

    private Response put(PartPath lesson, PartPath figure, Filled filled) {
        var name = figure.name().substring(lesson.folder().length() + 1);
        var now = texts.of(lesson, author());
        var reference = new FigureReference(name, filled.alternative(), filled.caption());
        int end = Sections.of(lesson, now.text()).end(filled.section());
        texts.keep(now, reference.putInto(now.text(), end), author());
        return Response.seeOther(URI.create(lesson.url() + "?done=figure")).build();
    }

    private PartPath lesson(String course, String folder) {
        return parts.at(course, "lessons/" + folder + "/lesson.md");
    }

    private View view(PartPath lesson) {
        var figures =
                publishing.below(lesson.course() + "/" + lesson.folder() + "/figures").stream()
                        .filter(head -> !head.revision().removed())
                        .map(head -> PartPath.of(head.revision().path()))
                        .toList();
        return new View(
                lesson,
                parts.title(lesson),
                Sections.of(lesson, texts.of(lesson, author()).text()).all(),
                figures);
    }

    private UUID author() {
        return person.requiredId();
    }

    private static Response refused(TemplateInstance page) {
        return Response.status(422).entity(page).build();
    }
}
