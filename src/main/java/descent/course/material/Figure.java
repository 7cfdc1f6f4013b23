package descent.course.material;

/**
 * A drawing of a lesson.
 *
 * @param name as texts call it: {@code figures/valley.svg}
 * @param path within the content folder
 * @param sha256 of its bytes, part of its address
 * @param width in pixels, as it is meant; 0 where the drawing does not say
 * @param height in pixels
 */
public record Figure(String name, String path, String sha256, int width, int height) {
    private static final int VERSION_DIGITS = 12;

    /** Part of its address: another text, another address, so that browsers may keep it. */
    public String version() {
        return sha256.substring(0, VERSION_DIGITS);
    }
}
