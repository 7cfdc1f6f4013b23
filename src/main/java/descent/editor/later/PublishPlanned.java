package descent.editor.later;

import descent.course.material.Finding;
import descent.editor.AuthorTexts;
import descent.editor.AuthoredText;
import descent.editor.PartPath;
import descent.editor.Parts;
import descent.editor.PublishChanges;
import descent.editor.PublishChanges.Change;
import descent.editor.PublishChanges.Outcome;
import descent.enrolment.CourseAuthors;
import descent.shared.job.RecurringJob;
import descent.shared.postgres.DatabaseFaults;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Publishes the texts whose time has come. What cannot be published says so to its author. */
@ApplicationScoped
class PublishPlanned implements RecurringJob {
    private static final Logger LOG = Logger.getLogger(PublishPlanned.class);

    private final Plans plans;
    private final Parts parts;
    private final AuthorTexts texts;
    private final PublishChanges publish;
    private final CourseAuthors authors;

    PublishPlanned(
            Plans plans,
            Parts parts,
            AuthorTexts texts,
            PublishChanges publish,
            CourseAuthors authors) {
        this.plans = plans;
        this.parts = parts;
        this.texts = texts;
        this.publish = publish;
        this.authors = authors;
    }

    @Override
    public String name() {
        return "publish-planned";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(15);
    }

    @Override
    public void run() {
        plans.due().forEach(this::publishOrSayWhy);
    }

    /** A fault of one text keeps no other from its readers; while the database is away all wait. */
    private void publishOrSayWhy(Planned planned) {
        try {
            publish(planned);
        } catch (RuntimeException fault) {
            if (DatabaseFaults.isPassing(fault)) {
                throw fault;
            }
            LOG.errorf(fault, "planned publication of %s", planned.key.path());
            plans.refuse(planned, "Something went wrong on our side: it stands in the log.");
        }
    }

    private void publish(Planned planned) {
        var part = PartPath.of(planned.key.path());
        var author = planned.key.authorId();
        if (!authors.writes(author, part.course())) {
            plans.refuse(planned, "You did not write this course any more.");
            return;
        }
        var bytes = AuthoredText.encode(planned.text, parts.bytes(part));
        var change = new Change(part, Optional.of(bytes), planned.base);
        Runnable done = () -> plans.done(planned);
        switch (publish.take(part.course(), List.of(change), author, done)) {
            case Outcome.Published _ -> {
                // A draft that says the same is none any more; one that says more stays.
                var draft = texts.of(part, author);
                texts.keep(draft, draft.text(), author);
            }
            case Outcome.Broken(var verdict) ->
                    plans.refuse(
                            planned,
                            Stream.concat(verdict.here().stream(), verdict.elsewhere().stream())
                                    .filter(Finding::isError)
                                    .map(Finding::toString)
                                    .findFirst()
                                    .orElse("The check found errors."));
            case Outcome.Overtaken _ ->
                    plans.refuse(planned, "Somebody else had published this part meanwhile.");
        }
    }
}
