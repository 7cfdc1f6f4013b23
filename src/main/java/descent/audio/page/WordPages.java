package descent.audio.page;

import descent.audio.track.Sounds;
import descent.course.Courses;
import descent.course.material.Glossary;
import descent.enrolment.Enrolments;
import descent.shared.web.Problem;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;

/** How a word of the glossary sounds: for those who take the course. */
@Path("/courses/{course}/glossary/{term}/sound")
@Authenticated
public class WordPages {
    private final Courses courses;
    private final Sounds sounds;
    private final SoundAnswer answer;
    private final Enrolments enrolments;

    WordPages(Courses courses, Sounds sounds, SoundAnswer answer, Enrolments enrolments) {
        this.courses = courses;
        this.sounds = sounds;
        this.answer = answer;
        this.enrolments = enrolments;
    }

    public static String path(String course, String term) {
        return "/courses/%s/glossary/%s/sound".formatted(course, term);
    }

    @GET
    public Response sound(
            @RestPath("course") String courseId,
            @RestPath("term") String term,
            @Context HttpHeaders headers) {
        var course = courses.course(courseId);
        enrolments.requireEnrolled(courseId);
        if (course.glossary().list(Glossary::terms).stream()
                .noneMatch(each -> each.id().equals(term))) {
            throw Problem.notFound("word of the glossary");
        }
        return answer.of(sounds.word(course, term).orElseThrow(Sounds::notYet), headers);
    }
}
