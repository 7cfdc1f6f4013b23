package descent.quiz.view;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Parts of pages that stand inside texts. */
@CheckedTemplate(basePath = "quiz", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class QuestionTemplates {
    private QuestionTemplates() {}

    static native TemplateInstance gap(InputView input);
}
