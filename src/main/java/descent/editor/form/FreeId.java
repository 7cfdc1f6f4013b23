package descent.editor.form;

import java.util.List;
import java.util.Map;

/** An id that nothing of a list has yet. */
final class FreeId {
    private FreeId() {}

    /** Such as {@code option-1}. */
    static String of(
            String beginning, List<? extends Map<?, ?>> before, List<? extends Map<?, ?>> others) {
        int n = 1;
        while (isTaken(beginning + "-" + n, before) || isTaken(beginning + "-" + n, others)) {
            n++;
        }
        return beginning + "-" + n;
    }

    private static boolean isTaken(String id, List<? extends Map<?, ?>> rows) {
        return rows.stream().anyMatch(row -> id.equals(row.get("id")));
    }
}
