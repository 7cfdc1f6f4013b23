package descent.question;

import descent.question.tree.Fields;

/**
 * Feedback by outcome, Markdown.
 *
 * @param near to an answer close to right; empty for none
 */
record Said(String right, String wrong, String near) {
    static Said rightAndWrong(Fields fields) {
        return fields.map("feedback", Said::readRightAndWrong);
    }

    private static Said readRightAndWrong(Fields fields) {
        var right = fields.text("right");
        var wrong = fields.text("wrong");
        return fields.made(() -> new Said(right, wrong, ""));
    }

    static Said rightWrongAndNear(Fields fields) {
        return fields.map(
                "feedback",
                feedback -> {
                    var near = feedback.textOr("near", "");
                    var said = readRightAndWrong(feedback);
                    return new Said(said.right, said.wrong, near);
                });
    }

    static String wrongOnly(Fields fields) {
        return fields.map(
                "feedback",
                feedback -> {
                    var wrong = feedback.text("wrong");
                    return feedback.made(() -> wrong);
                });
    }
}
