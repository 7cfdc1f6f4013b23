package descent.course.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Whether bytes are the picture that their name says, and harmless. */
final class PictureFile {
    /** What is wrong, and in which line. */
    record Problem(int line, String words) {}

    private static final Map<String, List<String>> SIGNATURES =
            Map.of(
                    "png", List.of("89504e470d0a1a0a"),
                    "jpg", List.of("ffd8ff"),
                    "webp", List.of("52494646"));
    private static final Set<String> FORBIDDEN =
            Set.of("script", "foreignobject", "iframe", "object", "embed", "audio", "video");
    private static final Pattern ELSEWHERE =
            Pattern.compile(
                    "@import|javascript:|url\\(\\s*+['\"]?+(?!#)", Pattern.CASE_INSENSITIVE);

    private PictureFile() {}

    static Optional<Problem> problem(String path, byte[] bytes) {
        var type = path.substring(path.lastIndexOf('.') + 1);
        if (type.equals("svg")) {
            return drawing(bytes);
        }
        var signatures = SIGNATURES.get(type);
        if (signatures == null) {
            return Optional.of(new Problem(1, "figures are .svg, .png, .jpg or .webp"));
        }
        var head = HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 8));
        return signatures.stream().anyMatch(head::startsWith)
                ? Optional.empty()
                : Optional.of(new Problem(1, "this is no " + type));
    }

    private static Optional<Problem> drawing(byte[] bytes) {
        try {
            return drawing(new ByteArrayInputStream(bytes));
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
            return Optional.of(new Problem(line, "this is no XML"));
        } catch (IOException e) {
            return Optional.of(new Problem(1, "this cannot be read"));
        }
    }

    private static Optional<Problem> drawing(InputStream in)
            throws XMLStreamException, IOException {
        var xml = factory().createXMLStreamReader(in);
        int styles = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            var problem =
                    switch (event) {
                        case XMLStreamConstants.DTD -> "a DOCTYPE";
                        case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                                "a processing instruction";
                        case XMLStreamConstants.START_ELEMENT -> element(xml);
                        case XMLStreamConstants.CHARACTERS ->
                                styles > 0 && ELSEWHERE.matcher(xml.getText()).find()
                                        ? "a style that loads something"
                                        : "";
                        default -> "";
                    };
            if (!problem.isEmpty()) {
                return Optional.of(
                        new Problem(
                                xml.getLocation().getLineNumber(),
                                "a drawing may not contain " + problem));
            }
            if (event == XMLStreamConstants.START_ELEMENT && isStyle(xml)) {
                styles++;
            } else if (event == XMLStreamConstants.END_ELEMENT && isStyle(xml)) {
                styles--;
            }
        }
        return Optional.empty();
    }

    private static boolean isStyle(XMLStreamReader xml) {
        return xml.getLocalName().equals("style");
    }

    /** No DTD is read and nothing is fetched. */
    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    private static String element(XMLStreamReader xml) {
        var name = xml.getLocalName().toLowerCase(Locale.ROOT);
        if (FORBIDDEN.contains(name)) {
            return "<" + name + ">";
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            var attribute = xml.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
            var value = xml.getAttributeValue(i).strip();
            if (attribute.startsWith("on")) {
                return "the event handler " + attribute;
            }
            boolean link = attribute.equals("href") || attribute.equals("src");
            if (link && !value.startsWith("#") || ELSEWHERE.matcher(value).find()) {
                return "the address \"%s\"".formatted(value);
            }
        }
        return "";
    }
}
