package descent.bench.editor;

import descent.bench.site.Browser;
import descent.bench.site.Latencies;
import descent.bench.site.Program;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Three figures of the packaged program, asked over HTTP by one author: the page of the longest
 * lesson after each of 200 changes of its text, the check of the whole course, and 1,000 questions
 * from a GIFT file, read and then published.
 */
public final class Authoring {
    private static final int KEYSTROKES = 200;
    private static final int WARM_UP = 50;
    private static final int CHECKS = 10;
    private static final int QUESTIONS = 1_000;

    private static final Pattern TAKE = Pattern.compile("name=\"take\" value=\"([0-9]+)\" checked");

    private Authoring() {}

    public static void main(String[] arguments) throws Exception {
        try (var program = Program.startQuiet();
                var http = Browser.client()) {
            var author = Browser.signedUp(program, http, program.firstAdmin());
            preview(author);
            check(author);
            importQuestions(author);
        }
    }

    private static void preview(Browser author) throws IOException, InterruptedException {
        var lesson = longestLesson();
        var text = Files.readString(lesson);
        var address =
                "/editor/courses/%s/preview/lessons/%s/lesson.md"
                        .formatted(Browser.COURSE, lesson.getParent().getFileName());
        var times = new Latencies();
        for (int i = -WARM_UP; i < KEYSTROKES; i++) {
            var typed = "\nTyped: letter " + (i + WARM_UP) + ".\n";
            long begin = System.nanoTime();
            var page = author.post(address, "text/html", Map.of("text", text + typed));
            if (i >= 0) {
                times.add(since(begin));
            }
            if (!page.body().contains("Typed: letter")) {
                throw new IllegalStateException("the preview lacks what was typed: " + page.body());
            }
        }
        System.out.printf("preview of %d characters: %s%n", text.length(), times);
    }

    private static Path longestLesson() throws IOException {
        try (var files = Files.walk(Path.of("content", Browser.COURSE, "lessons"))) {
            return files.filter(file -> file.endsWith("lesson.md"))
                    .max((a, b) -> Long.compare(a.toFile().length(), b.toFile().length()))
                    .orElseThrow();
        }
    }

    private static void check(Browser author) throws IOException, InterruptedException {
        var times = new Latencies();
        for (int i = 0; i < CHECKS; i++) {
            long begin = System.nanoTime();
            Browser.expect(200, author.get("/editor/courses/" + Browser.COURSE + "/check"));
            times.add(since(begin));
        }
        System.out.println("check of the course: " + times);
    }

    private static void importQuestions(Browser author) throws IOException, InterruptedException {
        var gift =
                IntStream.range(0, QUESTIONS)
                        .mapToObj(n ->
                                "// [id:q-bench-%d]\n::Question %d::What is %d plus one? {#%d}\n"
                                        .formatted(n, n, n, n + 1))
                        .collect(Collectors.joining("\n"));
        var lesson = "/editor/courses/" + Browser.COURSE + "/questions/how-a-network-learns";
        long begin = System.nanoTime();
        var about =
                Map.of(
                        "format", "gift",
                        "concept", "forward-pass",
                        "section", "forward-pass",
                        "difficulty", "easy");
        var sent = author.upload(lesson, about, "bench.gift", gift);
        Browser.expect(303, sent);
        var plan = sent.headers().firstValue("Location").map(URI::create).orElseThrow().getPath();
        var shown = afterWork(author, plan);
        var read = since(begin);
        if (!shown.contains("%d questions understood".formatted(QUESTIONS))) {
            throw new IllegalStateException("not all questions were understood: " + shown);
        }
        Browser.expect(303, author.post(plan, "text/html", Map.of("do", "all")));
        // What the first page says is chosen counts for that page.
        var first = new StringBuilder();
        for (var row : TAKE.matcher(author.get(plan).body()).results().toList()) {
            first.append("&take=").append(row.group(1));
        }
        begin = System.nanoTime();
        var taken = author.postForm(plan, "text/html", "do=take" + first);
        Browser.expect(303, taken);
        // So few are published at once; more by a job.
        var leadsTo = taken.headers().firstValue("Location").orElseThrow();
        if (!leadsTo.endsWith("done=imported")
                && !afterWork(author, plan).contains("<h1>Done</h1>")) {
            throw new IllegalStateException("not published: " + leadsTo);
        }
        System.out.printf(
                "import of %,d questions: read and compared in %,d ms, published in %,d ms%n",
                QUESTIONS, read.toMillis(), since(begin).toMillis());
    }

    /** The page of an import, once no job is at work on it. */
    private static String afterWork(Browser author, String plan)
            throws IOException, InterruptedException {
        while (true) {
            var page = author.get(plan).body();
            if (!page.contains("<h1>At work</h1>")) {
                return page;
            }
            Thread.sleep(100);
        }
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
