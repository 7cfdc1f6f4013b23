package descent.course.check;

import descent.course.material.Finding;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Every file is of some use: a mistyped name would be silently ignored. */
final class KnownFiles implements Rule {
    private static final List<Pattern> KNOWN =
            List.of(
                    Pattern.compile("(course|glossary|challenges|voices)\\.yaml"),
                    Pattern.compile("tests/[a-z0-9-]+\\.yaml"),
                    Pattern.compile(
                            "lessons/[0-9]+-[a-z0-9-]+/(lesson\\.md|(concepts|conversation|audiobook|flashcards|questions|experiments)\\.yaml|questions/[a-z0-9-]+\\.yaml|figures/[a-z0-9-]+\\.(svg|png|jpg|webp))"));

    @Override
    public void check(Inspected course, Consumer<Finding> findings) {
        int folder = course.course().id().length() + 1;
        for (var path : course.paths()) {
            var name = path.substring(folder);
            if (KNOWN.stream().noneMatch(known -> known.matcher(name).matches())) {
                findings.accept(
                        Finding.error(
                                path,
                                1,
                                "file",
                                "no part of a course has this name: it is not read"));
            }
        }
    }
}
