package descent.lesson;

import descent.course.material.Course;
import descent.course.material.Lesson;
import descent.course.material.LessonText.Depth;
import descent.shared.Sha256;
import descent.shared.web.Frame;
import descent.shared.web.Language;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/**
 * Pages of lessons as every visitor gets them, ready to be sent: rendered and compressed once, and
 * kept until the course changes or the frame does.
 */
@ApplicationScoped
class VisitorPages {
    private record Key(
            String course, String lesson, Depth depth, Language language, boolean plainHttp) {}

    /**
     * @param of a course is the same object until it changes
     * @param formulas version of the stylesheet that the frame links
     */
    record Page(Course of, int formulas, byte[] text, byte[] compressed, EntityTag tag) {}

    private final Frame frame;
    private final Map<Key, Page> pages = new ConcurrentHashMap<>();

    VisitorPages(Frame frame) {
        this.frame = frame;
    }

    Page of(Course course, Lesson lesson, Depth depth, Supplier<TemplateInstance> template) {
        var key =
                new Key(course.id(), lesson.id(), depth, frame.getLanguage(), frame.isPlainHttp());
        var known = pages.get(key);
        if (known != null
                && known.of() == course
                && known.formulas() == frame.getFormulaVersion()) {
            return known;
        }
        // The formulas of the page itself are drawn before its frame.
        var text = template.get().render();
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var tag = new EntityTag(Sha256.of(text), true);
        var page = new Page(course, frame.getFormulaVersion(), bytes, compressed(bytes), tag);
        pages.put(key, page);
        return page;
    }

    private static byte[] compressed(byte[] bytes) {
        var into = new ByteArrayOutputStream(bytes.length / 4);
        try (var gzip = new GZIPOutputStream(into)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return into.toByteArray();
    }
}
