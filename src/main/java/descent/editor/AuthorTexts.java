package descent.editor;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Texts as an author has them before him: his draft where there is one, else what learners see. */
@ApplicationScoped
public class AuthorTexts {
    /**
     * @param base the revision on which the text is based
     * @param draft whether it is other than what learners see
     */
    public record Text(PartPath part, String text, long base, boolean draft) {}

    private final Parts parts;
    private final Drafts drafts;

    AuthorTexts(Parts parts, Drafts drafts) {
        this.parts = parts;
        this.drafts = drafts;
    }

    public Text of(PartPath part, UUID author) {
        return drafts.find(part, author)
                .map(draft -> new Text(part, draft.text, draft.base, true))
                .orElseGet(() -> new Text(part, parts.text(part), parts.headId(part), false));
    }

    /** Makes another text the author's draft; learners see what they saw. */
    public void keep(Text before, String text, UUID author) {
        drafts.keep(before.part(), author, before.base(), text, parts.text(before.part()));
    }
}
