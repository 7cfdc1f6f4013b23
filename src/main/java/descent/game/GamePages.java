package descent.game;

import descent.course.Courses;
import descent.course.material.Course;
import descent.enrolment.Enrolments;
import descent.game.rules.GameKind;
import descent.shared.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** The games of a course: which there are, their rules and boards, and the way into each. */
@Path("/courses/{course}/games")
@Authenticated
public class GamePages {
    private final Courses courses;
    private final Enrolments enrolments;
    private final StartGame startGame;
    private final Boards boards;

    GamePages(Courses courses, Enrolments enrolments, StartGame startGame, Boards boards) {
        this.courses = courses;
        this.enrolments = enrolments;
        this.startGame = startGame;
        this.boards = boards;
    }

    /**
     * A game for somebody.
     *
     * @param best score of the viewer
     * @param open address of the viewer's game under way; empty when there is none
     */
    public record Offer(GameKind kind, Optional<Integer> best, String open) {}

    @CheckedTemplate(basePath = "game", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance games(Course course, List<Offer> offers, boolean left);

        static native TemplateInstance game(Course course, Offer offer, Board board, boolean left);
    }

    @GET
    public TemplateInstance games(@RestPath("course") String id) {
        var course = courses.course(id);
        var person = enrolments.requireEnrolled(id);
        var offers = Arrays.stream(GameKind.values()).map(kind -> offer(person, id, kind)).toList();
        return Templates.games(course, offers, boards.hasLeft(person, id));
    }

    @GET
    @Path("{kind}")
    public TemplateInstance game(@RestPath("course") String id, @RestPath("kind") String kindId) {
        var course = courses.course(id);
        var person = enrolments.requireEnrolled(id);
        var kind = kind(kindId);
        return Templates.game(
                course,
                offer(person, id, kind),
                boards.of(id, kind, person),
                boards.hasLeft(person, id));
    }

    @POST
    @Path("{kind}/start")
    public Response start(@RestPath("course") String id, @RestPath("kind") String kindId) {
        var course = courses.course(id);
        var person = enrolments.requireEnrolled(id);
        var kind = kind(kindId);
        var game = startGame.start(person, course, kind);
        return to(address(id, kind, game));
    }

    /** Leaves the boards of the course, or comes back to them. */
    @POST
    @Path("board")
    public Response board(@RestPath("course") String id, @RestForm @DefaultValue("") String wish) {
        courses.course(id);
        var person = enrolments.requireEnrolled(id);
        switch (wish) {
            case "leave" -> boards.leave(person, id);
            case "come-back" -> boards.comeBack(person, id);
            default ->
                    throw Problem.badRequest(
                            "Say whether to leave the boards (leave) or to come back (come-back).");
        }
        return to("/courses/%s/games#board".formatted(id));
    }

    private static Offer offer(UUID person, String course, GameKind kind) {
        var open =
                PlayedGame.latestOpen(person, course, kind)
                        .map(game -> address(course, kind, game.id))
                        .orElse("");
        return new Offer(kind, PlayedGame.best(person, course, kind), open);
    }

    private static String address(String course, GameKind kind, UUID game) {
        return "/courses/%s/games/%s/%s".formatted(course, kind.id(), game);
    }

    static GameKind kind(String id) {
        return GameKind.of(id).orElseThrow(() -> Problem.notFound("game"));
    }

    private static Response to(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
