package descent.lesson;

import descent.course.Courses;
import descent.course.material.Figure;
import descent.shared.web.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * The figures of lessons. An address that carries the version of its figure may be kept for ever.
 */
@Path("/courses/{course}/lessons/{lesson}/figures/{name}")
@PermitAll
public class FigureFiles {
    private static final Map<String, String> TYPES =
            Map.of(
                    "svg", "image/svg+xml",
                    "png", "image/png",
                    "jpg", "image/jpeg",
                    "webp", "image/webp");

    /** Opened by itself a drawing is a document: one that may do nothing. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private final Courses courses;

    FigureFiles(Courses courses) {
        this.courses = courses;
    }

    @GET
    public Response figure(
            @RestPath("course") String courseId,
            @RestPath("lesson") String lessonId,
            @RestPath String name,
            @RestQuery("v") @Nullable String version) {
        var figure =
                courses.find(courseId)
                        .flatMap(course -> course.lesson(lessonId))
                        .map(lesson -> lesson.figures().get("figures/" + name))
                        .orElseThrow(() -> Problem.notFound("figure"));
        var type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        var bytes = courses.bytes(figure.path());
        if (type == null || bytes.isEmpty()) {
            throw Problem.notFound("figure");
        }
        return Response.ok(bytes.get(), type)
                .header(HttpHeaders.CACHE_CONTROL, caching(figure, version))
                .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .build();
    }

    private static String caching(Figure figure, @Nullable String version) {
        return figure.version().equals(version)
                ? "public, max-age=31536000, immutable"
                : "no-cache";
    }
}
