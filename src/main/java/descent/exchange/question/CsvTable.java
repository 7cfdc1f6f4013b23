package descent.exchange.question;

import java.util.List;

/** Questions as a table for spreadsheets: a line for each, its columns named in the first line. */
final class CsvTable implements QuestionFormat {
    /** Of options, answers, pairs and items, each with its columns. */
    static final int MOST_ANSWERS = 12;

    @Override
    public String id() {
        return "csv";
    }

    @Override
    public String ending() {
        return "csv";
    }

    @Override
    public String label() {
        return "CSV";
    }

    @Override
    public QuestionFile read(byte[] file) {
        return new CsvReader().read(Utf8.decode(file));
    }

    @Override
    public WrittenQuestions write(List<TravellingQuestion> questions) {
        return CsvWriter.write(questions);
    }
}
