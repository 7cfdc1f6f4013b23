package descent.bench.editor;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Three figures of the packaged program, asked over HTTP by one author: the page of the longest
 * lesson after each of 200 changes of its text, the check of the whole course, and 1,000 questions
 * from a GIFT file, read and then published.
 */
public final class Authoring {
    private static final String COURSE = "training-deep-networks";
    private static final int KEYSTROKES = 200;
    private static final int WARM_UP = 50;
    private static final int CHECKS = 10;
    private static final int QUESTIONS = 1_000;

    /** Those of other pages are chosen already. */
    private static final int QUESTIONS_ON_A_PAGE = 100;

    private Authoring() {}

    public static void main(String[] arguments) throws Exception {
        try (var program = new Program()) {
            preview(program);
            check(program);
            importQuestions(program);
        }
    }

    private static void preview(Program program) throws IOException, InterruptedException {
        var lesson = longestLesson();
        var text = Files.readString(lesson);
        var address =
                "/editor/courses/%s/preview/lessons/%s/lesson.md"
                        .formatted(COURSE, lesson.getParent().getFileName());
        var millis = new double[KEYSTROKES];
        for (int i = -WARM_UP; i < KEYSTROKES; i++) {
            long begin = System.nanoTime();
            var page =
                    program.post(
                            address, "text", text + "\nTyped: letter " + (i + WARM_UP) + ".\n");
            double took = (System.nanoTime() - begin) / 1e6;
            if (!page.contains("Typed: letter")) {
                throw new IllegalStateException("the preview lacks what was typed");
            }
            if (i >= 0) {
                millis[i] = took;
            }
        }
        print("preview of " + text.length() + " characters", millis);
    }

    private static Path longestLesson() throws IOException {
        try (var files = Files.walk(Path.of("content", COURSE, "lessons"))) {
            return files.filter(file -> file.endsWith("lesson.md"))
                    .max((a, b) -> Long.compare(a.toFile().length(), b.toFile().length()))
                    .orElseThrow();
        }
    }

    private static void check(Program program) throws IOException, InterruptedException {
        var millis = new double[CHECKS];
        for (int i = 0; i < CHECKS; i++) {
            long begin = System.nanoTime();
            program.get("/editor/courses/" + COURSE + "/check");
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        print("check of the course", millis);
    }

    private static void importQuestions(Program program) throws IOException, InterruptedException {
        var gift =
                IntStream.range(0, QUESTIONS)
                        .mapToObj(n ->
                                "// [id:q-bench-%d]\n::Question %d::What is %d plus one? {#%d}\n"
                                        .formatted(n, n, n, n + 1))
                        .collect(Collectors.joining("\n"));
        var page = "/editor/courses/" + COURSE + "/questions/how-a-network-learns";
        long begin = System.nanoTime();
        var plan = program.upload(page, gift);
        var shown = program.get(plan);
        double read = (System.nanoTime() - begin) / 1e6;
        if (!shown.contains("%d questions understood".formatted(QUESTIONS))) {
            throw new IllegalStateException("not all questions were understood");
        }
        var chosen =
                IntStream.range(0, QUESTIONS_ON_A_PAGE)
                        .mapToObj(n -> "take=" + n)
                        .collect(Collectors.joining("&"));
        begin = System.nanoTime();
        program.postForm(plan, chosen + "&do=take");
        double published = (System.nanoTime() - begin) / 1e6;
        System.out.printf(
                "import of %,d questions: read and compared in %,.0f ms, published in %,.0f ms%n",
                QUESTIONS, read, published);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void print(String what, double[] millis) {
        Arrays.sort(millis);
        System.out.printf(
                "%s: p50 %.0f ms, p95 %.0f ms, worst %.0f ms, %d times%n",
                what,
                millis[millis.length / 2],
                millis[(int) (millis.length * 0.95)],
                millis[millis.length - 1],
                millis.length);
    }
}
