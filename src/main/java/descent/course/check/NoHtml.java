package descent.course.check;

import descent.course.material.Finding;
import java.util.function.Consumer;

/** Texts are Markdown alone: HTML in them would be shown as it is written. */
final class NoHtml implements Rule {
    private static final int LONGEST = 40;

    @Override
    public void check(Inspected course, Consumer<Finding> findings) {
        course.eachPart((part, _) -> {
            for (var text : part.index().texts()) {
                for (var html : text.html()) {
                    findings.accept(
                            Finding.error(
                                    part.path(),
                                    html.line(),
                                    "html",
                                    "\"%s\" is HTML, which readers would see as it stands here: write Markdown, or \\< for the sign"
                                            .formatted(beginning(html.text()))));
                }
            }
        });
    }

    private static String beginning(String html) {
        var line = html.lines().findFirst().orElse("").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
