package descent.design;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import descent.course.Courses;
import descent.course.material.Course;
import descent.shared.text.Links.Target;
import descent.shared.text.Prose;
import descent.shared.text.StoredFormulas;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every component in every state, drawn by the templates that the pages use, from samples instead
 * of rows. In dev mode and in tests alone: no other build has this page.
 */
@IfBuildProfile(anyOf = {"dev", "test"})
@Path("/design")
@PermitAll
public class DesignPages {
    private static final TypeReference<Map<String, Object>> SAMPLES = new TypeReference<>() {};

    private final Template page;
    private final ObjectMapper json;
    private final StoredFormulas formulas;
    private final Courses courses;

    DesignPages(
            @Location("design/design.html") Template page,
            ObjectMapper json,
            StoredFormulas formulas,
            Courses courses) {
        this.page = page;
        this.json = json;
        this.formulas = formulas;
        this.courses = courses;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance page() throws IOException {
        var prose = Prose.of(new String(resource("prose.md"), StandardCharsets.UTF_8));
        return page.data("samples", json.readValue(resource("samples.json"), SAMPLES))
                .data("prose", prose.render(formulas, this::target));
    }

    /** Two seconds of silence, for the player. */
    @GET
    @Path("player/sound")
    @Produces("audio/wav")
    public byte[] silence() {
        int rate = 8000;
        int size = 2 * rate;
        return ByteBuffer.allocate(44 + size)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt(36 + size)
                .put(ascii("WAVEfmt "))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(rate)
                .putInt(rate)
                .putShort((short) 1)
                .putShort((short) 8)
                .put(ascii("data"))
                .putInt(size)
                .put(silentSamples(size))
                .array();
    }

    private Target target(String destination) {
        return switch (destination) {
            case "term" -> new Target.Anchor("#texts", "term", "A step's length");
            case "figure" -> new Target.Picture("/favicon.svg", 96, 96);
            case "experiment" ->
                    aPreset()
                            .<Target>map(Target.Card::new)
                            .orElseGet(() -> new Target.Missing("No course has an experiment"));
            case "missing" -> new Target.Missing("There is no term missing");
            default -> new Target.Anchor(destination, "external", "");
        };
    }

    /** The address of a preset, if there is any: its card is a chart in its frame. */
    private Optional<String> aPreset() {
        return courses.ids().stream()
                .map(courses::course)
                .flatMap(DesignPages::presets)
                .findFirst();
    }

    private static Stream<String> presets(Course course) {
        return course.lessons().stream()
                .flatMap(lesson -> lesson.experiments().stream())
                .map(preset -> "/experiments/presets/%s/%s".formatted(course.id(), preset.id()));
    }

    private static byte[] silentSamples(int size) {
        var samples = new byte[size];
        Arrays.fill(samples, (byte) 128);
        return samples;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] resource(String name) throws IOException {
        try (var in = DesignPages.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
