package descent.game;

import descent.course.Courses;
import descent.course.material.Course;
import descent.enrolment.Enrolments;
import descent.game.PlayMove.Address;
import descent.game.PlayMove.NewMove;
import descent.game.rules.GameKind;
import descent.game.rules.Result;
import descent.shared.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** One game: its page while it is played, the moves that its script sends, and its result. */
@Path("/courses/{course}/games/{kind}/{game}")
@Authenticated
public class PlayPages {
    private static final int VALUE_MAX = 4_000;

    private final Courses courses;
    private final Enrolments enrolments;
    private final PlayMove playMove;

    PlayPages(Courses courses, Enrolments enrolments, PlayMove playMove) {
        this.courses = courses;
        this.enrolments = enrolments;
        this.playMove = playMove;
    }

    @CheckedTemplate(basePath = "game", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance play(Course course, GameKind kind, UUID game);

        static native TemplateInstance result(
                Course course, GameKind kind, Result result, int best);
    }

    /** A move as a script sends it; what is missing is refused by name. */
    public record SentMove(
            @Nullable Integer number, @Nullable String move, @Nullable String value) {
        NewMove checked() {
            if (number == null || number < 0) {
                throw refused("number", "The number of a move is a whole number from 0 on.");
            }
            if (move == null) {
                throw refused("move", "A move is turn, answer, keys, skip, pause or resume.");
            }
            var said = value == null ? "" : value;
            if (said.length() > VALUE_MAX || said.indexOf('\0') >= 0) {
                throw refused("value", "A move has at most %,d characters.".formatted(VALUE_MAX));
            }
            return new NewMove(number, move, said);
        }

        private static Problem refused(String field, String reason) {
            return Problem.unprocessable(reason, Map.of("field", field));
        }
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance page(
            @RestPath("course") String id,
            @RestPath("kind") String kind,
            @RestPath("game") UUID game) {
        var course = courses.course(id);
        var address = address(id, kind, game);
        var standing = playMove.look(address);
        if (!standing.game().isOver()) {
            return Templates.play(course, address.kind(), game);
        }
        var match = standing.match();
        var best = PlayedGame.best(address.person(), id, address.kind());
        return Templates.result(
                course,
                address.kind(),
                match.game().result(match.played(standing.now())),
                best.orElse(0));
    }

    @GET
    @Path("state")
    @Produces(MediaType.APPLICATION_JSON)
    public Response state(
            @RestPath("course") String id,
            @RestPath("kind") String kind,
            @RestPath("game") UUID game) {
        return view(playMove.look(address(id, kind, game)));
    }

    @POST
    @Path("moves")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response move(
            @RestPath("course") String id,
            @RestPath("kind") String kind,
            @RestPath("game") UUID game,
            @Nullable SentMove sent) {
        var address = address(id, kind, game);
        var move = Optional.ofNullable(sent).orElse(new SentMove(null, null, null)).checked();
        return view(playMove.play(address, move));
    }

    private Address address(String course, String kind, UUID game) {
        courses.course(course);
        return new Address(game, enrolments.requireEnrolled(course), course, GamePages.kind(kind));
    }

    private static Response view(PlayMove.Standing standing) {
        return Response.ok(GameView.of(standing))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
