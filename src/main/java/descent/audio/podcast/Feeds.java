package descent.audio.podcast;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import descent.account.Person;
import descent.audio.page.ListenPages;
import descent.audio.page.SoundAnswer;
import descent.audio.script.Track;
import descent.audio.sound.Captions;
import descent.audio.track.Sounds;
import descent.audio.track.Sounds.Playable;
import descent.audio.track.Wanted;
import descent.course.Courses;
import descent.course.material.Course;
import descent.enrolment.Enrolments;
import descent.shared.Token;
import descent.shared.web.Addresses;
import descent.shared.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/**
 * The podcast of a course. Apps cannot sign in: whoever has the address is taken for its owner, as
 * long as that one takes the course and has not taken the address back.
 */
@Path("/podcasts/{token}")
@PermitAll
public class Feeds {
    private final Courses courses;
    private final Wanted wanted;
    private final Sounds sounds;
    private final SoundAnswer answer;
    private final Enrolments enrolments;
    private final Addresses addresses;
    private final ObjectMapper json;

    Feeds(
            Courses courses,
            Wanted wanted,
            Sounds sounds,
            SoundAnswer answer,
            Enrolments enrolments,
            Addresses addresses,
            ObjectMapper json) {
        this.courses = courses;
        this.wanted = wanted;
        this.sounds = sounds;
        this.answer = answer;
        this.enrolments = enrolments;
        this.addresses = addresses;
        this.json = json;
    }

    /**
     * @param number in the order of the course, from 1
     * @param base address of the folder of its files
     * @param published as RFC 822 writes it
     */
    public record Episode(
            int number,
            int season,
            String title,
            String summary,
            String base,
            Playable sound,
            String published,
            long seconds,
            boolean chapters) {}

    @CheckedTemplate(basePath = "audio", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance feed(
                Course course, String home, String self, List<Episode> episodes);
    }

    /** Chapters as podcast apps read them. */
    record Chapters(String version, List<Chapter> chapters) {}

    record Chapter(double startTime, String title) {}

    @GET
    @Transactional
    public Response feed(@RestPath String token) {
        var course = course(token);
        var self = addresses.absolute("/podcasts/" + token);
        var items = wanted.of(course);
        var episodes =
                java.util.stream.IntStream.range(0, items.size())
                        .boxed()
                        .flatMap(i ->
                                sounds.playable(course, items.get(i)).stream()
                                        .map(sound ->
                                                episode(course, items.get(i), sound, i, self)))
                        .toList();
        var xml =
                Templates.feed(
                        course, addresses.absolute("/courses/" + course.id()), self, episodes);
        return Response.ok(xml.render(), "application/rss+xml;charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    /** Drawn each time: apps ask for it once a day at most. */
    @GET
    @Path("cover.png")
    @Transactional
    public Response cover(@RestPath String token) {
        return Response.ok(Cover.png(course(token).title()), "image/png")
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=86400")
                .build();
    }

    private static Episode episode(
            Course course, Wanted.Item item, Playable sound, int index, String self) {
        var track = item.track();
        return new Episode(
                index + 1,
                course.lessons().indexOf(item.lesson()) + 1,
                track == Track.CONVERSATION
                        ? item.lesson().title() + ": " + ListenPages.title(item)
                        : item.lesson().title() + ", read aloud",
                track.label() + " of the lesson \"" + item.lesson().title() + "\".",
                self + "/" + item.lesson().id() + "/" + track.path(),
                sound,
                DateTimeFormatter.RFC_1123_DATE_TIME.format(sound.since().atOffset(ZoneOffset.UTC)),
                Math.round(sound.millis() / 1000.0),
                !sound.timings().isEmpty() && !Captions.chapterLines(item.script()).isEmpty());
    }

    /** With the ending in the address, by which some apps tell what it is. */
    @GET
    @Path("{lesson}/{track}/{file:sound\\.(mp3|wav)}")
    @Transactional
    public Response sound(
            @RestPath String token,
            @RestPath String lesson,
            @RestPath String track,
            @RestPath String file,
            @Context HttpHeaders headers) {
        return answer.of(found(token, lesson, track).sound(), headers);
    }

    @GET
    @Path("{lesson}/{track}/transcript.vtt")
    @Transactional
    public Response transcript(
            @RestPath String token, @RestPath String lesson, @RestPath String track) {
        var found = found(token, lesson, track);
        return Response.ok(
                        found.sound().captions(found.item().script(), found.course()::speaker),
                        "text/vtt;charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    @GET
    @Path("{lesson}/{track}/chapters.json")
    @Transactional
    public Response chapters(
            @RestPath String token, @RestPath String lesson, @RestPath String track) {
        var found = found(token, lesson, track);
        var timings = found.sound().timings();
        var lines = found.item().script().lines();
        var chapters =
                timings.isEmpty()
                        ? List.<Chapter>of()
                        : Captions.chapterLines(found.item().script()).stream()
                                .map(i ->
                                        new Chapter(
                                                timings.get(i).from() / 1000.0,
                                                String.join(" ", lines.get(i).sentences())))
                                .toList();
        return Response.ok(json(new Chapters("1.2.0", chapters)), "application/json+chapters")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    private String json(Chapters chapters) {
        try {
            return json.writeValueAsString(chapters);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records become JSON", e);
        }
    }

    private record Found(Course course, Wanted.Item item, Playable sound) {}

    private Found found(String token, String lesson, String trackPath) {
        var course = course(token);
        var item =
                Track.of(trackPath)
                        .flatMap(track -> wanted.of(course, lesson, track))
                        .orElseThrow(() -> Problem.notFound("part to listen to"));
        var sound = sounds.playable(course, item).orElseThrow(Sounds::notYet);
        return new Found(course, item, sound);
    }

    private Course course(String token) {
        return Subscription.by(new Token(token))
                .map(found -> found.key)
                .filter(key -> enrolments.isEnrolled(key.personId(), key.courseId()))
                .filter(key ->
                        Person.<Person>findByIdOptional(key.personId())
                                .filter(person -> person.disabledAt == null)
                                .isPresent())
                .flatMap(key -> courses.find(key.courseId()))
                .orElseThrow(() -> Problem.notFound("podcast"));
    }
}
