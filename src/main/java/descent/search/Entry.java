package descent.search;

/**
 * A place that can be found.
 *
 * @param address on this site
 * @param title counts most when it is looked for
 * @param where the title of what it is a part of
 * @param headings other words for it, and the headings within it and above it; count more than text
 */
record Entry(Kind kind, String address, String title, String where, String headings, String text) {
    /** One line each, without control characters, which neither the database nor a page takes. */
    Entry {
        title = line(title);
        where = line(where);
        text = line(text);
    }

    private static String line(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }
}
