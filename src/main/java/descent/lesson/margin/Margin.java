package descent.lesson.margin;

import java.util.List;

/** What a reader put into the margin of a lesson, or of a section of it. */
public record Margin(List<MarginNote> all) {
    public static final Margin EMPTY = new Margin(List.of());

    public Margin {
        all = List.copyOf(all);
    }

    public Margin beside(String section) {
        return new Margin(all.stream().filter(note -> note.section.equals(section)).toList());
    }

    public List<MarginNote> bookmarks() {
        return all.stream().filter(MarginNote::isBookmark).toList();
    }

    /** Notes and highlights. */
    public List<MarginNote> notes() {
        return all.stream().filter(note -> !note.isBookmark()).toList();
    }
}
