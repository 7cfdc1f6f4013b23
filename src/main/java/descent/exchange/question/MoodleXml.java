package descent.exchange.question;

import java.util.List;

/** Moodle XML, the format in which Moodle loses least. */
final class MoodleXml implements QuestionFormat {
    @Override
    public String id() {
        return "moodle-xml";
    }

    @Override
    public String ending() {
        return "xml";
    }

    @Override
    public String label() {
        return "Moodle XML";
    }

    @Override
    public QuestionFile read(byte[] file) {
        return new MoodleXmlReader().read(XmlElement.parse(Utf8.decode(file)));
    }

    @Override
    public WrittenQuestions write(List<TravellingQuestion> questions) {
        return new MoodleXmlWriter().write(questions);
    }
}
