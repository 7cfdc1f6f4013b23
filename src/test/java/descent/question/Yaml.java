package descent.question;

import java.util.Map;

/** Questions in tests are written as authors write them. */
final class Yaml {
    private static final String COMMON =
            """
            id: q-test
            concept: learning-rate
            section: noise
            difficulty: easy
            """;

    private Yaml() {}

    static Map<?, ?> tree(String yaml) {
        return new org.yaml.snakeyaml.Yaml().load(yaml);
    }

    /** A question with what every question has, and these fields. */
    static Question question(String fields) {
        return QuestionReader.read(tree(withCommon(fields)));
    }

    static String withCommon(String fields) {
        return COMMON
                + (fields.contains("\ntext:") ? "" : "text: What is asked?\n")
                + (fields.contains("\nexplanation:") ? "" : "explanation: CANARY explained\n")
                + fields;
    }
}
