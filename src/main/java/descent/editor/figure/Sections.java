package descent.editor.figure;

import descent.course.material.ContentFiles;
import descent.course.material.LessonText;
import descent.course.material.LessonText.Section;
import descent.course.reading.ContentReader;
import descent.editor.PartPath;
import java.util.List;
import java.util.Map;

/** The sections of a lesson's text as its author has it. None while the text cannot be read. */
record Sections(List<Section> all) {
    static Sections of(PartPath lesson, String text) {
        var files = ContentFiles.ofTexts(Map.of(lesson.path(), text));
        var folder = lesson.course() + "/" + lesson.folder();
        return new Sections(
                new ContentReader(files).lesson(folder).text().list(LessonText::sections));
    }

    /** How many lines stand before the end of a section; of one that is not there, all. */
    int end(String section) {
        for (int i = 0; i + 1 < all.size(); i++) {
            if (all.get(i).id().equals(section)) {
                return all.get(i + 1).prose().line() - 1;
            }
        }
        return Integer.MAX_VALUE;
    }
}
