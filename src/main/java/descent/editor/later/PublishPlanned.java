package descent.editor.later;

import descent.course.material.Finding;
import descent.editor.AuthorTexts;
import descent.editor.AuthoredText;
import descent.editor.PartPath;
import descent.editor.Parts;
import descent.editor.PublishChanges;
import descent.editor.PublishChanges.Change;
import descent.editor.PublishChanges.Outcome;
import descent.shared.job.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Publishes the texts whose time has come. What cannot be published says so to its author. */
@ApplicationScoped
class PublishPlanned implements RecurringJob {
    private final Plans plans;
    private final Parts parts;
    private final AuthorTexts texts;
    private final PublishChanges publish;

    PublishPlanned(Plans plans, Parts parts, AuthorTexts texts, PublishChanges publish) {
        this.plans = plans;
        this.parts = parts;
        this.texts = texts;
        this.publish = publish;
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
        plans.due().forEach(this::publish);
    }

    private void publish(Planned planned) {
        var part = PartPath.of(planned.key.path());
        var author = planned.key.authorId();
        var bytes = AuthoredText.encode(planned.text, parts.bytes(part));
        var change = new Change(part, Optional.of(bytes), planned.base);
        switch (publish.take(part.course(), List.of(change), author)) {
            case Outcome.Published _ -> {
                // A draft that says the same is none any more; one that says more stays.
                var draft = texts.of(part, author);
                texts.keep(draft, draft.text(), author);
                plans.done(planned);
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
