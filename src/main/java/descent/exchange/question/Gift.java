package descent.exchange.question;

import java.util.List;

/** GIFT, Moodle's format for text editors. */
final class Gift implements QuestionFormat {
    @Override
    public String id() {
        return "gift";
    }

    @Override
    public String ending() {
        return "gift.txt";
    }

    @Override
    public String label() {
        return "GIFT";
    }

    @Override
    public QuestionFile read(byte[] file) {
        return new GiftReader().read(Utf8.decode(file));
    }

    @Override
    public WrittenQuestions write(List<TravellingQuestion> questions) {
        return GiftWriter.write(questions);
    }
}
