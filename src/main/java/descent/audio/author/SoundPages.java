package descent.audio.author;

import descent.audio.page.ListenPages;
import descent.audio.page.SoundAnswer;
import descent.audio.podcast.ListeningPages;
import descent.audio.script.Track;
import descent.audio.track.Recordings;
import descent.audio.track.Sounds;
import descent.audio.track.Sounds.Progress;
import descent.audio.track.Wanted;
import descent.course.Courses;
import descent.course.material.Course;
import descent.course.material.Syllabus;
import descent.enrolment.CourseAuthors;
import descent.shared.entrance.WholeFile;
import descent.shared.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The sound of a course for its authors. */
@Path("/editor/courses/{course}/sound")
@RolesAllowed("author")
public class SoundPages {
    private static final int LONGEST_SAMPLE = 2000;

    private final Courses courses;
    private final Wanted wanted;
    private final Sounds sounds;
    private final Recordings recordings;
    private final SoundAnswer answer;
    private final CourseAuthors authors;

    SoundPages(
            Courses courses,
            Wanted wanted,
            Sounds sounds,
            Recordings recordings,
            SoundAnswer answer,
            CourseAuthors authors) {
        this.courses = courses;
        this.wanted = wanted;
        this.sounds = sounds;
        this.recordings = recordings;
        this.answer = answer;
        this.authors = authors;
    }

    /** A part with how far its sound is; {@code length} is empty while there is none. */
    public record Row(
            Wanted.Item item, String title, String path, Progress progress, String length) {}

    @CheckedTemplate(basePath = "audio", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance sounds(
                Course course, List<Row> rows, boolean underWay, Map<String, String> roles);

        static native TemplateInstance sound(
                Course course, Row row, String done, int piece, int limit, int megabytes);

        static native TemplateInstance sample(Course course, Progress progress);
    }

    @GET
    @Transactional
    public TemplateInstance all(@RestPath("course") String courseId) {
        var course = course(courseId);
        var rows = wanted.of(course).stream().map(item -> row(course, item)).toList();
        return Templates.sounds(
                course,
                rows,
                rows.stream().anyMatch(row -> row.progress().isUnderWay()),
                course.syllabus().content().map(Syllabus::cast).orElse(Map.of()));
    }

    @GET
    @Path("{lesson}/{track}")
    @Transactional
    public TemplateInstance one(
            @RestPath("course") String courseId,
            @RestPath String lesson,
            @RestPath String track,
            @RestQuery @DefaultValue("") String done) {
        var course = course(courseId);
        return Templates.sound(
                course,
                row(course, item(course, lesson, track)),
                done,
                Recordings.PIECE,
                recordings.limit(),
                recordings.limit() / 1_000_000);
    }

    /** What learners hear. */
    @GET
    @Path("{lesson}/{track}/file")
    public Response file(
            @RestPath("course") String courseId,
            @RestPath String lesson,
            @RestPath String track,
            @Context HttpHeaders headers) {
        var course = course(courseId);
        return sounds.playable(course, item(course, lesson, track))
                .map(sound -> answer.of(sound, headers))
                .orElseThrow(Sounds::notYet);
    }

    @POST
    @Path("{lesson}/{track}/retry")
    public Response retry(
            @RestPath("course") String courseId, @RestPath String lesson, @RestPath String track) {
        var course = course(courseId);
        sounds.retry(item(course, lesson, track).key());
        return back(course, "");
    }

    /** Has a turn, or whatever the author types, spoken before all else. */
    @POST
    @Path("samples")
    public Response sample(
            @RestPath("course") String courseId,
            @RestForm @DefaultValue("") String role,
            @RestForm @DefaultValue("") String text) {
        var course = course(courseId);
        var roles = course.syllabus().content().map(s -> s.cast().keySet()).orElseThrow();
        if (!roles.contains(role)) {
            throw Problem.badRequest(
                    "\"%s\" is no role of the cast; there are: %s."
                            .formatted(role, String.join(", ", roles)));
        }
        if (text.length() > LONGEST_SAMPLE) {
            throw Problem.badRequest(
                    "A sample has at most %d characters, this one has %d."
                            .formatted(LONGEST_SAMPLE, text.length()));
        }
        return back(course, "/samples/" + sounds.sample(course, role, text));
    }

    @GET
    @Path("samples/{key}")
    public TemplateInstance sample(@RestPath("course") String courseId, @RestPath String key) {
        var course = course(courseId);
        return Templates.sample(
                course,
                sounds.sampleProgress(course.id(), key)
                        .orElseThrow(() -> Problem.notFound("sample")));
    }

    @GET
    @Path("samples/{key}/sound")
    public Response sampleSound(
            @RestPath("course") String courseId,
            @RestPath String key,
            @Context HttpHeaders headers) {
        var course = course(courseId);
        return sounds.sampleProgress(course.id(), key)
                .flatMap(_ -> sounds.sample(key))
                .map(sound -> answer.of(sound, headers))
                .orElseThrow(() -> Problem.notFound("sample"));
    }

    /** A piece of a recording that is larger than a request may be. */
    @POST
    @Path("{lesson}/{track}/recording/pieces")
    public Response piece(
            @RestPath("course") String courseId,
            @RestPath String lesson,
            @RestPath String track,
            @RestQuery @Nullable UUID upload,
            @RestQuery @DefaultValue("-1") int first,
            byte[] bytes) {
        var course = course(courseId);
        item(course, lesson, track);
        if (upload == null) {
            throw Problem.badRequest("A piece says in \"upload\" what it is a piece of.");
        }
        recordings.piece(upload, authors.require(courseId), first, bytes);
        return Response.noContent().build();
    }

    /** Whole as a file, or the name of an upload whose pieces have come. */
    @POST
    @Path("{lesson}/{track}/recording")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @WholeFile
    public Response record(
            @RestPath("course") String courseId,
            @RestPath String lesson,
            @RestPath String track,
            @RestForm @Nullable FileUpload file,
            @RestForm @Nullable UUID upload)
            throws IOException {
        var course = course(courseId);
        var item = item(course, lesson, track);
        var author = authors.require(courseId);
        byte[] bytes;
        if (upload != null) {
            bytes = recordings.joined(upload, author);
        } else if (file != null) {
            bytes = Files.readAllBytes(file.uploadedFile());
        } else {
            throw Problem.badRequest("Choose a file, MP3 or WAV.");
        }
        recordings.keep(courseId, lesson, item.track(), author, bytes);
        return back(course, "/" + lesson + "/" + track + "?done=recorded");
    }

    @POST
    @Path("{lesson}/{track}/recording/captions")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response caption(
            @RestPath("course") String courseId,
            @RestPath String lesson,
            @RestPath String track,
            @RestForm @Nullable FileUpload file)
            throws IOException {
        var course = course(courseId);
        var item = item(course, lesson, track);
        if (file == null) {
            throw Problem.badRequest("Choose a file with captions, WebVTT.");
        }
        recordings.caption(courseId, lesson, item.track(), Files.readAllBytes(file.uploadedFile()));
        return back(course, "/" + lesson + "/" + track + "?done=captioned");
    }

    @POST
    @Path("{lesson}/{track}/recording/remove")
    public Response remove(
            @RestPath("course") String courseId, @RestPath String lesson, @RestPath String track) {
        var course = course(courseId);
        recordings.remove(courseId, lesson, item(course, lesson, track).track());
        return back(course, "/" + lesson + "/" + track + "?done=removed");
    }

    private Row row(Course course, Wanted.Item item) {
        return new Row(
                item,
                ListenPages.title(item),
                "/editor/courses/%s/sound/%s/%s"
                        .formatted(course.id(), item.lesson().id(), item.track().path()),
                sounds.progress(course, item),
                sounds.playable(course, item)
                        .map(sound -> ListeningPages.length(sound.millis()))
                        .orElse(""));
    }

    private Course course(String id) {
        var course = courses.course(id);
        authors.require(id);
        return course;
    }

    private Wanted.Item item(Course course, String lesson, String trackPath) {
        return Track.of(trackPath)
                .flatMap(track -> wanted.of(course, lesson, track))
                .orElseThrow(() -> Problem.notFound("part to listen to"));
    }

    private static Response back(Course course, String path) {
        return Response.seeOther(URI.create("/editor/courses/" + course.id() + "/sound" + path))
                .build();
    }
}
