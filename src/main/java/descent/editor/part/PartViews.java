package descent.editor.part;

import descent.course.Courses;
import descent.course.Publishing;
import descent.editor.AuthoredText;
import descent.editor.Authors;
import descent.editor.Differences;
import descent.editor.Draft;
import descent.editor.Drafts;
import descent.editor.PartPath;
import descent.editor.Parts;
import descent.enrolment.Members;
import descent.shared.web.Problem;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts together what the page of a part shows. */
@ApplicationScoped
class PartViews {
    private final Parts parts;
    private final Courses courses;
    private final Members members;
    private final List<PartNotice> notices;
    private final Publishing publishing;
    private final Drafts drafts;
    private final Authors authors;

    PartViews(
            Parts parts,
            Courses courses,
            Members members,
            @All List<PartNotice> notices,
            Publishing publishing,
            Drafts drafts,
            Authors authors) {
        this.parts = parts;
        this.courses = courses;
        this.members = members;
        this.notices = notices;
        this.publishing = publishing;
        this.drafts = drafts;
        this.authors = authors;
    }

    /** As an author opens it: the draft, where there is one, else what learners see. */
    PartView opened(PartPath part, UUID author, String done) {
        var draft = drafts.find(part, author);
        if (draft.isPresent()) {
            return view(part, author, draft.get().text, draft.get().base, draft.get(), done);
        }
        return view(part, author, parts.text(part), parts.headId(part), null, done);
    }

    /** With another revision's text, to be edited and published anew. */
    PartView from(PartPath part, UUID author, long revision) {
        var text =
                publishing
                        .revision(part.path(), revision)
                        .flatMap(found -> publishing.bytes(found.id()))
                        .flatMap(AuthoredText::decode)
                        .orElseThrow(() -> Problem.notFound("such text"));
        return view(part, author, text, parts.headId(part), null, "");
    }

    /** With what was typed, so that nothing of it is lost. */
    PartView typed(PartPath part, UUID author, String text, long base) {
        return view(part, author, text, base, drafts.find(part, author).orElse(null), "");
    }

    private PartView view(
            PartPath part,
            UUID author,
            String text,
            long base,
            @Nullable Draft draft,
            String done) {
        var head = publishing.head(part.path());
        var others = drafts.of(part).stream().map(other -> other.key.authorId()).toList();
        var names = authors.names(others);
        return new PartView(
                part,
                text,
                base,
                head.isPresent() && !head.get().revision().removed(),
                draft == null ? null : draft.savedAt,
                behind(part, text, base),
                head.isPresent() && head.get().waiting() != null,
                others.stream().filter(id -> !id.equals(author)).map(names::of).toList(),
                notices.stream().flatMap(each -> each.of(part, author).stream()).toList(),
                part.course().isEmpty()
                        ? null
                        : Touched.by(part, courses.course(part.course()), members),
                null,
                done);
    }

    private PartView.@Nullable Behind behind(PartPath part, String text, long base) {
        var head = parts.head(part);
        if (head.isEmpty() || head.get().id() == base) {
            return null;
        }
        var theirs = parts.text(part);
        var author = head.get().author();
        return new PartView.Behind(
                head.get(),
                author == null ? "The content folder" : authors.names(List.of(author)).of(author),
                theirs,
                Differences.between(theirs, text));
    }
}
