package descent.audio.podcast;

import descent.audio.page.ListenPages;
import descent.audio.track.Sounds;
import descent.audio.track.Wanted;
import descent.course.Courses;
import descent.course.material.Course;
import descent.enrolment.Enrolments;
import descent.shared.web.Addresses;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/** All that can be heard of a course, and the learner's podcast address. */
@Path("/courses/{course}/listen")
@Authenticated
public class ListeningPages {
    private final Courses courses;
    private final Wanted wanted;
    private final Sounds sounds;
    private final Enrolments enrolments;
    private final Addresses addresses;
    private final Clock clock;

    ListeningPages(
            Courses courses,
            Wanted wanted,
            Sounds sounds,
            Enrolments enrolments,
            Addresses addresses,
            Clock clock) {
        this.courses = courses;
        this.wanted = wanted;
        this.sounds = sounds;
        this.enrolments = enrolments;
        this.addresses = addresses;
        this.clock = clock;
    }

    /**
     * A part in the list.
     *
     * @param length in minutes and seconds; empty while there is no sound
     */
    public record Row(Wanted.Item item, String title, String path, String length) {}

    @CheckedTemplate(basePath = "audio", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        /**
         * @param address of the podcast, shown once; empty otherwise
         */
        static native TemplateInstance listening(
                Course course, List<Row> rows, boolean subscribed, String address);
    }

    @GET
    @Transactional
    public TemplateInstance page(@RestPath("course") String courseId) {
        return page(courses.course(courseId), "");
    }

    /** Makes an address, or another one. It is shown now and never again: only its hash is kept. */
    @POST
    @Path("podcast")
    @Transactional
    public TemplateInstance subscribe(@RestPath("course") String courseId) {
        var course = courses.course(courseId);
        var key = new Subscription.Key(enrolments.requireEnrolled(courseId), courseId);
        var token = Subscription.renew(key, clock.instant());
        return page(course, addresses.absolute("/podcasts/" + token.text()));
    }

    @POST
    @Path("podcast/revoke")
    @Transactional
    public Response revoke(@RestPath("course") String courseId) {
        var key = new Subscription.Key(enrolments.requireEnrolled(courseId), courseId);
        Subscription.deleteById(key);
        return Response.seeOther(URI.create("/courses/" + courseId + "/listen#podcast")).build();
    }

    private TemplateInstance page(Course course, String address) {
        var person = enrolments.requireEnrolled(course.id());
        return Templates.listening(
                course,
                wanted.of(course).stream().map(item -> row(course, item)).toList(),
                Subscription.of(new Subscription.Key(person, course.id())).isPresent(),
                address);
    }

    private Row row(Course course, Wanted.Item item) {
        return new Row(
                item,
                ListenPages.title(item),
                ListenPages.path(course, item),
                sounds.playable(course, item).map(sound -> length(sound.millis())).orElse(""));
    }

    public static String length(long millis) {
        long seconds = Math.round(millis / 1000.0);
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }
}
