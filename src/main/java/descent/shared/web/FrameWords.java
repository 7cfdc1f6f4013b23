package descent.shared.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The words around every page, in English; in German they stand in messages/frame_de.properties.
 */
@MessageBundle(value = "frame", locale = "en")
public interface FrameWords {
    @Message("Skip to the content")
    String skip();

    @Message("Menu")
    String menu();

    @Message("Site")
    String site();

    @Message("Home")
    String home();

    @Message("Courses")
    String courses();

    @Message("Experiments")
    String experiments();

    @Message("Edit")
    String edit();

    @Message("Administration")
    String administration();

    @Message("Sign in")
    String signIn();

    @Message("Sign up")
    String signUp();

    @Message("Sign out")
    String signOut();

    @Message(
            "This connection is not encrypted: others on the network can read what you send, passwords included.")
    String plainHttp();

    @Message("You see this as a learner would. Nothing that you do here is kept.")
    String viewing();

    @Message("Back to being an author")
    String viewingEnds();

    @Message("Every claim of a lesson can be run. Same seed, same curve.")
    String promise();

    @Message("Search")
    String search();

    @Message("Help")
    String help();

    @Message("Privacy")
    String privacy();

    /** Of an error page: what the number of its status means, {@code english} in English. */
    @Message("{english}")
    String errorTitle(int status, String english);

    @Message("Number of this fault:")
    String faultNumber();

    @Message("Back to the page before")
    String toThePageBefore();

    @Message("To the courses")
    String toTheCourses();
}
