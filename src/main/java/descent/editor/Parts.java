package descent.editor;

import descent.course.Courses;
import descent.course.Head;
import descent.course.Publishing;
import descent.course.Revision;
import descent.course.reading.ContentReader;
import descent.enrolment.CourseAuthors;
import descent.shared.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The files that there are, or could be. */
@ApplicationScoped
public class Parts {
    private final Courses courses;
    private final Publishing publishing;
    private final CourseAuthors authors;

    Parts(Courses courses, Publishing publishing, CourseAuthors authors) {
        this.courses = courses;
        this.publishing = publishing;
        this.authors = authors;
    }

    /**
     * By the pieces of its address, for who may edit it: a course's parts its authors, the
     * catalogue admins.
     *
     * @throws Problem 404 when there can be no such file, or somebody else asks
     */
    public PartPath at(String course, String name) {
        var part = PartPath.at(course, name);
        boolean known =
                part.course().isEmpty()
                        ? name.equals(ContentReader.CATALOGUE)
                        : courses.find(part.course()).isPresent() && Publishing.isName(part.path());
        if (!known) {
            throw Problem.notFound("part of this name");
        }
        authors.require(part.course());
        return part;
    }

    /** What learners see of it, or that it was taken away. */
    public Optional<Revision> head(PartPath part) {
        return publishing.head(part.path()).map(Head::revision);
    }

    /** The number of what learners see; 0 where there has never been such a file. */
    public long headId(PartPath part) {
        return head(part).map(Revision::id).orElse(0L);
    }

    public Optional<byte[]> bytes(PartPath part) {
        return head(part).flatMap(revision -> publishing.bytes(revision.id()));
    }

    /** As it is to be edited; empty where there is none. */
    public String text(PartPath part) {
        return bytes(part)
                .map(bytes ->
                        AuthoredText.decode(bytes)
                                .orElseThrow(() ->
                                        Problem.conflict(
                                                "This file is not UTF-8: it cannot be edited as text. Its history leads back to a text that can.")))
                .orElse("");
    }

    /** Of its course. */
    public String title(PartPath part) {
        return part.course().isEmpty() ? "Descent" : courses.course(part.course()).title();
    }
}
