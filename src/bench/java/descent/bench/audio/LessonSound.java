package descent.bench.audio;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import descent.audio.script.Cast;
import descent.audio.script.Scripts;
import descent.audio.script.Track;
import descent.audio.sound.Rendering;
import descent.audio.sound.Timing;
import descent.audio.speech.Engines;
import descent.course.material.ContentFiles;
import descent.course.material.Course;
import descent.course.material.Lesson;
import descent.course.material.Voices;
import descent.course.reading.ContentReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the sound of the first lesson that ships with the built-in voice, and compares its captions
 * with the sound as Chromium decodes it: {@code ./mvnw -q -Pbench
 * -Dbench=descent.bench.audio.LessonSound}.
 */
final class LessonSound {
    private static final int WINDOW_MILLIS = 5;

    /** Below a hundredth of the loudest window nothing is heard. */
    private static final double SILENT = 0.01;

    /** So far from where a caption begins or ends the sound is looked for. */
    private static final int REACH = 150 / WINDOW_MILLIS;

    private static final String DECODE =
            """
            async ([base64, window]) => {
              const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
              const sound = await new OfflineAudioContext(1, 1, 48000).decodeAudioData(bytes.buffer);
              const samples = sound.getChannelData(0), step = 48 * window, levels = [];
              for (let i = 0; i + step <= samples.length; i += step) {
                let sum = 0;
                for (let k = i; k < i + step; k++) sum += samples[k] * samples[k];
                levels.push(Math.sqrt(sum / step));
              }
              return levels;
            }
            """;

    private LessonSound() {}

    private record Nothing() implements Engines.Outside {
        @Override
        public Duration timeout() {
            return Duration.ofMinutes(1);
        }

        @Override
        public Optional<List<String>> command() {
            return Optional.empty();
        }

        @Override
        public Optional<URI> url() {
            return Optional.empty();
        }

        @Override
        public String form() {
            return "piper";
        }

        @Override
        public Optional<String> model() {
            return Optional.empty();
        }

        @Override
        public Optional<String> token() {
            return Optional.empty();
        }
    }

    public static void main(String[] arguments) throws Exception {
        var reader = new ContentReader(ContentFiles.in(Path.of("content")));
        var course = reader.course("training-deep-networks");
        var lesson = course.lessons().getFirst();
        var engine = Engines.of(Engines.Kind.MARY, new Nothing());
        var rendering = new Rendering(engine, _ -> {});
        double seconds = 0;
        double took = 0;
        for (var track : Track.values()) {
            long start = System.nanoTime();
            var sound = made(rendering, course, lesson, track);
            double time = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    "%s of \"%s\": %.1f s of sound in %.1f s, %.1f times as fast as it plays, %.2f MB%n",
                    track.label(),
                    lesson.title(),
                    sound.millis() / 1000.0,
                    time,
                    sound.millis() / 1000.0 / time,
                    sound.mp3().length / 1e6);
            seconds += sound.millis() / 1000.0;
            took += time;
            captions(sound);
        }
        System.out.printf(
                "the lesson: %.1f s of sound in %.1f s, %.1f times as fast as it plays; %s%n",
                seconds, took, seconds / took, memory());
    }

    private static Rendering.Sound made(
            Rendering rendering, Course course, Lesson lesson, Track track) throws Exception {
        var script = Scripts.of(course, lesson, track).orElseThrow();
        var table = course.voices().content().orElse(Voices.NONE).pronunciations();
        return rendering.of(script, Cast.of(script, Map.of(), table, Map.of()));
    }

    private static String memory() throws Exception {
        var status = Path.of("/proc/self/status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM"))
                        .map(line -> "at most " + line.replaceAll("\\D", "") + " kB resident")
                        .findFirst()
                        .orElse("")
                : "";
    }

    /** How far captions begin and end from where the sound does. */
    private static void captions(Rendering.Sound sound) {
        var levels = levels(sound.mp3());
        double loudest = levels.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        var begins = new ArrayList<Double>();
        var ends = new ArrayList<Double>();
        for (var span : spans(sound)) {
            int from = (int) (span.from() / WINDOW_MILLIS);
            int first = Math.max(0, from - REACH);
            while (first < from + REACH && levels.get(first) < loudest * SILENT) {
                first++;
            }
            int to = (int) (span.to() / WINDOW_MILLIS);
            int last = Math.min(levels.size() - 1, to + REACH);
            while (last > to - REACH && levels.get(last) < loudest * SILENT) {
                last--;
            }
            begins.add(Math.abs(first - from) * (double) WINDOW_MILLIS);
            ends.add(Math.abs(last - to) * (double) WINDOW_MILLIS);
        }
        System.out.printf(
                "  %d captions: begin off the sound by %s, end by %s%n",
                begins.size(), spread(begins), spread(ends));
    }

    private static List<Timing.Span> spans(Rendering.Sound sound) {
        return sound.timings().stream().flatMap(line -> line.sentences().stream()).toList();
    }

    private static String spread(List<Double> millis) {
        var sorted = millis.stream().sorted().toList();
        return "%.0f ms in the middle, %.0f at most"
                .formatted(sorted.get(sorted.size() / 2), sorted.getLast());
    }

    private static List<Double> levels(byte[] mp3) {
        try (var playwright =
                        Playwright.create(
                                new Playwright.CreateOptions()
                                        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var browser =
                        playwright
                                .chromium()
                                .launch(
                                        new BrowserType.LaunchOptions()
                                                .setExecutablePath(Path.of("/usr/bin/chromium"))
                                                .setArgs(List.of("--no-sandbox")))) {
            var page = browser.newPage();
            var found =
                    (List<?>)
                            page.evaluate(
                                    DECODE,
                                    List.of(
                                            Base64.getEncoder().encodeToString(mp3),
                                            WINDOW_MILLIS));
            return found.stream().map(level -> ((Number) level).doubleValue()).toList();
        }
    }
}
