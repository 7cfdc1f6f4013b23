package descent.course.material;

import java.util.List;

/** The fields of study, each with its courses, in the order in which they are shown. */
public record Catalogue(List<Field> fields) {
    /** One field of study, such as Technology. */
    public record Field(String id, String title, List<String> courses) {
        public Field {
            courses = List.copyOf(courses);
        }
    }

    public Catalogue {
        fields = List.copyOf(fields);
    }
}
