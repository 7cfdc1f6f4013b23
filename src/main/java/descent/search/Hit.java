package descent.search;

/** A place that was found. */
public record Hit(String address, String title, String where, Snippet snippet) {}
