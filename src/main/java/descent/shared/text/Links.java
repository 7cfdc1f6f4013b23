package descent.shared.text;

/** What links and pictures of a text lead to: the room that owns the text knows. */
@FunctionalInterface
public interface Links {
    /** Where a link leads and how it shows itself. */
    sealed interface Target {
        /**
         * A link within a sentence; {@code style} is a class of the stylesheet, {@code hint} a
         * tooltip; both may be empty.
         */
        record Anchor(String href, String style, String hint) implements Target {}

        /**
         * A link that, alone in its paragraph, is replaced in the browser by the part of a page
         * behind it.
         */
        record Card(String href) implements Target {}

        /** What an image shows; width and height in pixels, 0 when they are not known. */
        record Picture(String src, int width, int height) implements Target {}

        /** What a link means is not there: its words stand alone, with a hint. */
        record Missing(String hint) implements Target {}
    }

    /**
     * @param destination as written: {@code term:learning-rate}, {@code figures/valley.svg}, {@code
     *     https://…}
     */
    Target resolve(String destination);

    /** Takes each destination as it is. */
    static Links plain() {
        return destination -> new Target.Anchor(destination, "", "");
    }
}
