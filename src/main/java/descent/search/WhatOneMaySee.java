package descent.search;

import descent.account.CurrentPerson;
import descent.account.Role;
import descent.course.Courses;
import descent.course.material.Catalogue;
import descent.enrolment.CourseAuthors;
import descent.enrolment.Enrolments;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the sender of a request may find. Lessons, glossaries and experiments are for everybody, of
 * courses that the catalogue does not name for those who take or write them; flashcards are for
 * those who take the course, while it takes place; questions for those who write it.
 */
@ApplicationScoped
class WhatOneMaySee {
    private final Courses courses;
    private final Enrolments enrolments;
    private final CourseAuthors authors;
    private final CurrentPerson person;

    WhatOneMaySee(
            Courses courses, Enrolments enrolments, CourseAuthors authors, CurrentPerson person) {
        this.courses = courses;
        this.enrolments = enrolments;
        this.authors = authors;
        this.person = person;
    }

    Reach now() {
        var taken = person.id().map(this::taken).orElse(Set.of());
        var written = person.id().map(this::written).orElse(Set.of());
        var read = new HashSet<>(listed());
        read.addAll(taken);
        read.addAll(written);
        var reviewed = taken.stream().filter(this::takesPlace).collect(Collectors.toSet());
        return Reach.of(read, reviewed, written);
    }

    /** Also the course that an author looks at as a learner. */
    private Set<String> taken(UUID id) {
        return Stream.concat(enrolments.coursesOf(id).stream(), person.viewedCourse().stream())
                .collect(Collectors.toSet());
    }

    private Set<String> written(UUID id) {
        return (person.is(Role.ADMIN) ? courses.ids() : authors.coursesOf(id))
                .stream().filter(authors::isAuthor).collect(Collectors.toSet());
    }

    private Set<String> listed() {
        return courses.catalogue()
                .content()
                .map(Catalogue::fields)
                .map(fields ->
                        fields.stream()
                                .flatMap(field -> field.courses().stream())
                                .collect(Collectors.toSet()))
                .orElseGet(() -> Set.copyOf(courses.ids()));
    }

    private boolean takesPlace(String course) {
        var standing = enrolments.standing(course);
        return standing.beginsAt() == null && standing.endedAt() == null;
    }
}
