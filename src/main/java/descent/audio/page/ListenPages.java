package descent.audio.page;

import descent.audio.script.Track;
import descent.audio.sound.Captions;
import descent.audio.track.Sounds;
import descent.audio.track.Sounds.Playable;
import descent.audio.track.Sounds.Progress;
import descent.audio.track.Wanted;
import descent.course.Courses;
import descent.course.material.Course;
import descent.enrolment.Enrolments;
import descent.shared.text.StoredFormulas;
import descent.shared.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A conversation or an audiobook to listen to: for those who take the course. */
@Path("/courses/{course}/lessons/{lesson}/listen/{track}")
@Authenticated
public class ListenPages {
    private final Courses courses;
    private final Wanted wanted;
    private final Sounds sounds;
    private final SoundAnswer answer;
    private final Enrolments enrolments;
    private final StoredFormulas formulas;
    private final Clock clock;

    ListenPages(
            Courses courses,
            Wanted wanted,
            Sounds sounds,
            SoundAnswer answer,
            Enrolments enrolments,
            StoredFormulas formulas,
            Clock clock) {
        this.courses = courses;
        this.wanted = wanted;
        this.sounds = sounds;
        this.answer = answer;
        this.enrolments = enrolments;
        this.formulas = formulas;
        this.clock = clock;
    }

    /** A part as its page shows it. */
    public record Part(
            Course course,
            Wanted.Item item,
            @Nullable Playable sound,
            @Nullable Progress progress,
            Transcript transcript,
            long position,
            Wanted.@Nullable Item next) {
        public String title() {
            return ListenPages.title(item);
        }

        public String path() {
            return ListenPages.path(course, item);
        }

        public String nextPath() {
            return next == null ? "" : ListenPages.path(course, next);
        }
    }

    @CheckedTemplate(basePath = "audio", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance listen(Part part);
    }

    public static String title(Wanted.Item item) {
        return switch (item.track()) {
            case CONVERSATION -> item.lesson().conversation().get().title();
            case AUDIOBOOK -> item.lesson().title();
        };
    }

    public static String path(Course course, Wanted.Item item) {
        return "/courses/%s/lessons/%s/listen/%s"
                .formatted(course.id(), item.lesson().id(), item.track().path());
    }

    @GET
    @Transactional
    public TemplateInstance page(
            @RestPath("course") String courseId,
            @RestPath("lesson") String lessonId,
            @RestPath("track") String trackPath) {
        var course = courses.course(courseId);
        var person = enrolments.requireEnrolled(courseId);
        var item = item(course, lessonId, trackPath);
        var sound = sounds.playable(course, item).orElse(null);
        var all = wanted.of(course);
        int after = all.indexOf(item) + 1;
        return Templates.listen(
                new Part(
                        course,
                        item,
                        sound,
                        sound == null ? sounds.progress(course, item) : null,
                        Transcript.of(
                                course,
                                item,
                                sound == null ? List.of() : sound.timings(),
                                formulas.forgiving()),
                        Position.of(new Position.Key(person, courseId, lessonId, item.track())),
                        after < all.size() ? all.get(after) : null));
    }

    @GET
    @Path("sound")
    public Response sound(
            @RestPath("course") String courseId,
            @RestPath("lesson") String lessonId,
            @RestPath("track") String trackPath,
            @RestQuery @Nullable String download,
            @Context HttpHeaders headers) {
        return file(
                courseId,
                lessonId,
                trackPath,
                found -> {
                    var response = answer.of(found.sound(), headers);
                    return download == null ? response : named(response, found);
                });
    }

    private static Response named(Response response, Found found) {
        return Response.fromResponse(response)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s-%s.%s\""
                                .formatted(
                                        found.item().lesson().id(),
                                        found.item().track().path(),
                                        found.sound().kind().ending()))
                .build();
    }

    @GET
    @Path("captions.vtt")
    public Response captions(
            @RestPath("course") String courseId,
            @RestPath("lesson") String lessonId,
            @RestPath("track") String trackPath) {
        return file(
                courseId,
                lessonId,
                trackPath,
                found ->
                        text(
                                found.sound()
                                        .captions(found.item().script(), found.course()::speaker)));
    }

    @GET
    @Path("chapters.vtt")
    public Response chapters(
            @RestPath("course") String courseId,
            @RestPath("lesson") String lessonId,
            @RestPath("track") String trackPath) {
        return file(
                courseId,
                lessonId,
                trackPath,
                found ->
                        text(
                                found.sound().timings().isEmpty()
                                        ? "WEBVTT\n"
                                        : Captions.chapters(
                                                found.item().script(),
                                                found.sound().timings(),
                                                found.sound().millis())));
    }

    /** Where the listener is, said now and then and when the page is left. */
    @POST
    @Path("position")
    @Transactional
    public Response position(
            @RestPath("course") String courseId,
            @RestPath("lesson") String lessonId,
            @RestPath("track") String trackPath,
            @RestForm @Nullable Long millis) {
        var course = courses.course(courseId);
        var person = enrolments.requireEnrolled(courseId);
        var item = item(course, lessonId, trackPath);
        if (millis == null || millis < 0 || millis > 86_400_000) {
            throw Problem.badRequest(
                    "A position is said in \"millis\", from 0 to 86400000, not " + millis + ".");
        }
        Position.remember(
                new Position.Key(person, courseId, lessonId, item.track()),
                millis,
                clock.instant());
        return Response.noContent().build();
    }

    private record Found(Course course, Wanted.Item item, Playable sound) {}

    private Response file(
            String courseId, String lessonId, String trackPath, Function<Found, Response> file) {
        var course = courses.course(courseId);
        enrolments.requireEnrolled(courseId);
        var item = item(course, lessonId, trackPath);
        var sound = sounds.playable(course, item).orElseThrow(Sounds::notYet);
        return file.apply(new Found(course, item, sound));
    }

    private Wanted.Item item(Course course, String lesson, String trackPath) {
        return Track.of(trackPath)
                .flatMap(track -> wanted.of(course, lesson, track))
                .orElseThrow(() -> Problem.notFound("part to listen to"));
    }

    private static Response text(String vtt) {
        return Response.ok(vtt, "text/vtt;charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }
}
