package descent.editor.item;

import descent.course.Publishing;
import java.util.Map;
import java.util.TreeMap;

/** The folders of a course's lessons, whether learners see them or not. */
final class LessonFolders {
    private LessonFolders() {}

    /** Folder within the course, in order, to the id of its lesson. */
    static Map<String, String> of(Publishing publishing, String course) {
        var folders = new TreeMap<String, String>();
        for (var head : publishing.below(course + "/lessons")) {
            var name = head.revision().path().substring(course.length() + "/lessons/".length());
            int end = name.indexOf('/');
            if (end > 0 && !head.revision().removed()) {
                var folder = name.substring(0, end);
                folders.put("lessons/" + folder, folder.replaceFirst("^[0-9]+-", ""));
            }
        }
        return folders;
    }
}
