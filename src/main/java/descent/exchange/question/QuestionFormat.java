package descent.exchange.question;

import descent.exchange.card.UnreadableFile;
import java.util.List;

/** A format in which other programs keep questions: how it is read, and how it is written. */
public interface QuestionFormat {
    /** All that there are, by their names in addresses. */
    List<QuestionFormat> ALL = List.of(new Gift(), new MoodleXml(), new Aiken(), new CsvTable());

    /** In addresses: "gift". */
    String id();

    /** Of files: "gift.txt". */
    String ending();

    /** For people. */
    String label();

    /**
     * Good questions are there even if others are not understood.
     *
     * @throws UnreadableFile when it is no such file at all
     */
    QuestionFile read(byte[] file);

    /**
     * Of the questions those that the format knows.
     *
     * @param questions as trees that the question reader reads
     */
    WrittenQuestions write(List<TravellingQuestion> questions);
}
