package descent.audio.speech;

import descent.audio.script.Cast;
import descent.audio.script.Voice;
import descent.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A program of this machine, such as Piper, espeak-ng or flite. It is started for every sentence
 * without a shell; the sentence comes on its standard input, or where an argument says {@code
 * {text}}; a WAV file is expected on its standard output, or where an argument says {@code {out}}.
 * {@code {voice}} stands for the voice's name.
 */
final class CommandEngine implements SpeechEngine {
    /** A minute of speech is 6 MB. */
    private static final int MOST_BYTES = 64_000_000;

    private final List<String> command;
    private final Duration timeout;

    CommandEngine(List<String> command, Duration timeout) {
        this.command = List.copyOf(command);
        this.timeout = timeout;
        if (command.isEmpty()) {
            throw new IllegalArgumentException(
                    "descent.audio.engine=command needs descent.audio.command, such as espeak-ng,-v,{voice},--stdin,-w,{out}");
        }
    }

    @Override
    public String id() {
        return "command " + Sha256.of(String.join("\0", command)).substring(0, 16);
    }

    @Override
    public float[] say(String sentence, String language, Voice voice, Cast cast)
            throws SpeechException, InterruptedException {
        var text = Respelling.of(sentence, cast);
        @Nullable Path out = null;
        try {
            boolean toFile = command.stream().anyMatch(each -> each.contains("{out}"));
            out = toFile ? Files.createTempFile("speech", ".wav") : null;
            var written = run(arguments(text, voice, out), text);
            var wav = Wav.read(out == null ? written : Files.readAllBytes(out));
            return Resampling.of(wav.mono(), wav.rate(), RATE);
        } catch (IOException e) {
            throw new SpeechException(name() + ": " + e.getMessage(), e);
        } catch (SpeechException e) {
            throw new SpeechException(name() + ": " + e.reason(), e);
        } finally {
            delete(out);
        }
    }

    private String name() {
        return command.getFirst();
    }

    private List<String> arguments(String text, Voice voice, @Nullable Path out) {
        // A sentence that begins with a dash is no option.
        var safe = text.startsWith("-") ? " " + text : text;
        return command.stream()
                .map(each ->
                        each.replace("{voice}", voice.name())
                                .replace("{out}", out == null ? "" : out.toString())
                                .replace("{text}", safe))
                .toList();
    }

    private byte[] run(List<String> arguments, String text)
            throws IOException, SpeechException, InterruptedException {
        var process = new ProcessBuilder(arguments).start();
        try {
            var output = CompletableFuture.supplyAsync(() -> bytes(process.getInputStream()));
            var complaints = CompletableFuture.supplyAsync(() -> bytes(process.getErrorStream()));
            write(process.getOutputStream(), text);
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SpeechException(
                        "took longer than " + timeout.toSeconds() + " seconds for a sentence");
            }
            int code = process.exitValue();
            if (code != 0) {
                throw new SpeechException(
                        "ended with %d. %s".formatted(code, said(complaints.join())).strip());
            }
            return output.join();
        } catch (CompletionException e) {
            throw new SpeechException("its output could not be read: " + e.getMessage(), e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** A program that takes the text as an argument may have closed its input. */
    private static void write(OutputStream input, String text) {
        try (input) {
            input.write((text + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // What it says on its output and its exit code tell more.
            return;
        }
    }

    private static byte[] bytes(InputStream in) {
        try (in) {
            return in.readNBytes(MOST_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String said(byte[] complaints) {
        var text = new String(complaints, StandardCharsets.UTF_8).strip();
        return text.length() > 300 ? text.substring(text.length() - 300) : text;
    }

    private static void delete(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
