package descent.editor.replace;

import descent.account.CurrentPerson;
import descent.course.Courses;
import descent.course.material.Course;
import descent.editor.AuthoredText;
import descent.editor.PartPath;
import descent.editor.PublishChanges;
import descent.editor.PublishChanges.Change;
import descent.editor.PublishChanges.Outcome;
import descent.editor.Verdict;
import descent.editor.replace.Hits.Hit;
import descent.enrolment.CourseAuthors;
import descent.shared.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Finds words in all texts of a course, and puts others in their place where that is wanted. */
@Path("/editor/courses/{course}/replace")
@RolesAllowed("author")
public class ReplacePages {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 200;
    private static final int MOST = 500;

    private final Courses courses;
    private final CourseAuthors authors;
    private final PublishChanges publish;
    private final CurrentPerson person;

    ReplacePages(
            Courses courses, CourseAuthors authors, PublishChanges publish, CurrentPerson person) {
        this.courses = courses;
        this.authors = authors;
        this.publish = publish;
        this.person = person;
    }

    /** What is looked for. */
    public record Wanted(String find, boolean exact, String other) {}

    /**
     * The hits in one file.
     *
     * @param revision of the text in which they are
     */
    public record Found(PartPath part, long revision, String text, List<Hit> hits) {
        /** What a form sends for a hit that is chosen. */
        public String choice(Hit hit) {
            return "%s@%d@%d".formatted(part.name(), revision, hit.at());
        }
    }

    @CheckedTemplate(basePath = "editor", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance replace(
                Course course,
                Wanted wanted,
                List<Found> found,
                int most,
                List<Verdict> refused,
                String done);
    }

    @GET
    public TemplateInstance find(
            @RestPath("course") String id,
            @RestQuery @DefaultValue("") String find,
            @RestQuery @DefaultValue("") String exact,
            @RestQuery @DefaultValue("") String done) {
        var course = own(id);
        return page(course, new Wanted(find, exact.equals("on"), ""), List.of(), done);
    }

    @POST
    public Response replace(
            @RestPath("course") String id,
            @RestForm @DefaultValue("") String find,
            @RestForm @DefaultValue("") String exact,
            @RestForm @DefaultValue("") String other,
            @RestForm List<String> take) {
        var course = own(id);
        var wanted = new Wanted(find, exact.equals("on"), other);
        if (!isFindable(find) || other.length() > LONGEST) {
            throw Problem.badRequest(
                    "Words to find have %d to %d characters, those in their place at most %d."
                            .formatted(SHORTEST, LONGEST, LONGEST));
        }
        var changes = changes(course, wanted, take);
        return switch (publish.take(id, changes, person.requiredId())) {
            case Outcome.Published(int files) ->
                    Response.seeOther(
                                    URI.create(
                                            "/editor/courses/%s/replace?done=%d"
                                                    .formatted(id, files)))
                            .build();
            case Outcome.Broken(var verdict) ->
                    Response.status(422).entity(page(course, wanted, List.of(verdict), "")).build();
            case Outcome.Overtaken _ -> throw changedMeanwhile();
        };
    }

    private List<Change> changes(Course course, Wanted wanted, List<String> take) {
        var places = new LinkedHashMap<String, List<Integer>>();
        for (var choice : take) {
            var pieces = choice.split("@", -1);
            if (pieces.length != 3 || !pieces[2].matches("[0-9]{1,9}")) {
                throw Problem.badRequest("\"%s\" is no place in a text.".formatted(choice));
            }
            places.computeIfAbsent(pieces[0] + "@" + pieces[1], _ -> new ArrayList<>())
                    .add(Integer.valueOf(pieces[2]));
        }
        var changes = new ArrayList<Change>();
        for (var found : found(course, wanted)) {
            var chosen = places.remove(found.part().name() + "@" + found.revision());
            if (chosen != null) {
                changes.add(change(found, wanted, chosen));
            }
        }
        if (!places.isEmpty()) {
            throw changedMeanwhile();
        }
        return changes;
    }

    private Change change(Found found, Wanted wanted, List<Integer> places) {
        try {
            var text =
                    new Hits(found.text(), wanted.find(), wanted.exact())
                            .replaced(places, wanted.other());
            var before = courses.bytes(found.part().path());
            return new Change(
                    found.part(), Optional.of(AuthoredText.encode(text, before)), found.revision());
        } catch (IllegalArgumentException _) {
            throw changedMeanwhile();
        }
    }

    private TemplateInstance page(
            Course course, Wanted wanted, List<Verdict> refused, String done) {
        var found = isFindable(wanted.find()) ? found(course, wanted) : List.<Found>of();
        return Templates.replace(course, wanted, found, MOST, refused, done);
    }

    /** In published texts: what somebody is typing is his own. */
    private List<Found> found(Course course, Wanted wanted) {
        var files = courses.files(course.id());
        var all = new ArrayList<Found>();
        int left = MOST;
        for (var path : files.paths()) {
            var part = PartPath.of(path);
            var text =
                    part.isText()
                            ? files.bytes(path).flatMap(AuthoredText::decode)
                            : Optional.<String>empty();
            var hits =
                    text.map(each -> new Hits(each, wanted.find(), wanted.exact()).all())
                            .orElse(List.of());
            if (!hits.isEmpty() && left > 0) {
                var shown = hits.subList(0, Math.min(left, hits.size()));
                left -= shown.size();
                all.add(new Found(part, files.revision(path), text.orElseThrow(), shown));
            }
        }
        return all;
    }

    private static boolean isFindable(String words) {
        return words.length() >= SHORTEST && words.length() <= LONGEST;
    }

    private static Problem changedMeanwhile() {
        return Problem.conflict("The texts have changed meanwhile. Look for the words again.");
    }

    private Course own(String id) {
        var course = courses.course(id);
        authors.require(id);
        return course;
    }
}
