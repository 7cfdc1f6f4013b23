package descent.editor.part;

import descent.account.CurrentPerson;
import descent.course.Publishing;
import descent.course.Revision;
import descent.editor.AuthoredText;
import descent.editor.PartPath;
import descent.editor.PublishChanges;
import descent.editor.PublishChanges.Change;
import descent.editor.PublishChanges.Outcome;
import descent.editor.Verdict;
import descent.shared.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Texts that are kept already: to be compared, and to be made what learners see. */
@ApplicationScoped
class RevisionTexts {
    private final Publishing publishing;
    private final PublishChanges publish;
    private final CurrentPerson person;

    RevisionTexts(Publishing publishing, PublishChanges publish, CurrentPerson person) {
        this.publishing = publishing;
        this.publish = publish;
        this.person = person;
    }

    /** Empty for a picture: there is nothing to compare of it. */
    String text(Revision revision) {
        return PartPath.of(revision.path()).isText()
                ? publishing.bytes(revision.id()).flatMap(AuthoredText::decode).orElse("")
                : "";
    }

    /**
     * Under the same conditions as any other text.
     *
     * @param base the revision that the author compared it with
     * @return what the check says against it; nothing once learners see it
     * @throws Problem 409 when somebody else was faster
     */
    Optional<Verdict> publish(PartPath part, long revision, long base) {
        var change = new Change(part, publishing.bytes(revision), base);
        return switch (publish.publish(part.course(), List.of(change), person.requiredId())) {
            case Outcome.Published _ -> Optional.empty();
            case Outcome.Broken(var verdict) -> Optional.of(verdict);
            case Outcome.Overtaken _ ->
                    throw Problem.conflict(
                            "Somebody has published another text meanwhile. Look at it again.");
        };
    }
}
