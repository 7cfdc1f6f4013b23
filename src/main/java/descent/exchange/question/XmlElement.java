package descent.exchange.question;

import descent.exchange.card.UnreadableFile;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of an XML file. Files with a document type are refused: it could name other files, or
 * make a small file endless.
 *
 * @param text all that stands directly in it
 */
record XmlElement(
        String name,
        int line,
        Map<String, String> attributes,
        StringBuilder text,
        List<XmlElement> children) {
    private static final int DEEPEST = 32;

    static XmlElement parse(String text) {
        if (text.contains("<!DOCTYPE") || text.contains("<!ENTITY")) {
            throw new UnreadableFile(
                    "The file has a document type (DOCTYPE), which no file of questions needs.");
        }
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("it names another file");
        });
        try {
            return read(factory.createXMLStreamReader(new StringReader(text)));
        } catch (XMLStreamException e) {
            var place = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
            throw new UnreadableFile("This is no XML: line %d is damaged.".formatted(place), e);
        }
    }

    private static XmlElement read(XMLStreamReader xml) throws XMLStreamException {
        var open = new ArrayDeque<XmlElement>();
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.size() == DEEPEST) {
                        throw new UnreadableFile(
                                "The file has elements deeper than %d.".formatted(DEEPEST));
                    }
                    open.push(begun(xml));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.getFirst().text.append(xml.getText());
                    }
                }
                case XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new XMLStreamException("an entity of its own");
                case XMLStreamConstants.END_ELEMENT -> {
                    var done = open.pop();
                    if (open.isEmpty()) {
                        return done;
                    }
                    open.getFirst().children.add(done);
                }
                default -> {
                    // Remarks and instructions say nothing.
                }
            }
        }
    }

    private static XmlElement begun(XMLStreamReader xml) {
        var attributes = new HashMap<String, String>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        return new XmlElement(
                xml.getLocalName(),
                xml.getLocation().getLineNumber(),
                attributes,
                new StringBuilder(),
                new ArrayList<>());
    }

    List<XmlElement> all(String child) {
        return children.stream().filter(each -> each.name.equals(child)).toList();
    }

    Optional<XmlElement> first(String child) {
        return children.stream().filter(each -> each.name.equals(child)).findFirst();
    }

    /** What stands directly in a child, without space around it; empty where there is none. */
    String said(String child) {
        return first(child).map(each -> each.text.toString().strip()).orElse("");
    }

    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }
}
