package descent.progress.home;

import descent.account.CurrentPerson;
import descent.activity.ActivityHistory;
import descent.course.Courses;
import descent.course.material.Course;
import descent.enrolment.Members;
import descent.flashcard.scheduling.StudyDays;
import descent.progress.study.StudyTime;
import descent.shared.mail.MailServer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;

/** Where a learner begins: what there is to do today, and why. */
@Path("/home")
@Authenticated
public class HomePage {
    private final CurrentPerson person;
    private final Courses courses;
    private final Members members;
    private final OpenCourse openCourse;
    private final ActivityHistory history;
    private final KeepWishes wishes;
    private final MailServer mail;
    private final Clock clock;

    HomePage(
            CurrentPerson person,
            Courses courses,
            Members members,
            OpenCourse openCourse,
            ActivityHistory history,
            KeepWishes wishes,
            MailServer mail,
            Clock clock) {
        this.person = person;
        this.courses = courses;
        this.members = members;
        this.openCourse = openCourse;
        this.history = history;
        this.wishes = wishes;
        this.mail = mail;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "progress", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance home(
                List<CourseProgress> courses,
                Diary diary,
                Wishes wishes,
                boolean mail,
                String error);
    }

    @GET
    public TemplateInstance home() {
        return page("");
    }

    /** Sets the goal of a week; empty for none. */
    @POST
    @Path("goal")
    public Response goal(@RestForm @DefaultValue("") String minutes) {
        var typed = minutes.strip();
        if (!typed.matches("|[1-9]\\d{0,3}") || !Wishes.isGoal(typed)) {
            return Response.status(422)
                    .entity(
                            page(
                                    "A goal is a whole number of minutes from 1 to %d, or nothing."
                                            .formatted(Wishes.MOST_MINUTES)))
                    .build();
        }
        wishes.goal(person.requiredId(), typed.isEmpty() ? 0 : Integer.parseInt(typed));
        return Response.seeOther(URI.create("/home#goal")).build();
    }

    @POST
    @Path("reminders")
    public Response reminders(@RestForm @DefaultValue("") String wanted) {
        wishes.reminders(person.required(), !wanted.isEmpty());
        return Response.seeOther(URI.create("/home#reminders")).build();
    }

    private TemplateInstance page(String error) {
        var id = person.requiredId();
        var taken =
                members.coursesOf(id).stream()
                        .filter(each -> each.leftAt().isEmpty())
                        .flatMap(each -> courses.find(each.courseId()).stream())
                        .map(course -> open(id, course))
                        .toList();
        return Templates.home(taken, diary(id), wishes.of(id), mail.isThere(), error);
    }

    private CourseProgress open(UUID id, Course course) {
        return openCourse.of(id, course);
    }

    private Diary diary(UUID id) {
        var days = new StudyDays(person.required().timeZone);
        var today = days.moment(clock.instant()).day();
        var moments = history.moments(id, days.startOf(Diary.begin(today)));
        return new Diary(StudyTime.of(moments, at -> days.moment(at).day()), today);
    }
}
