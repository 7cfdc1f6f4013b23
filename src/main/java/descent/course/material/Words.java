package descent.course.material;

/** Ids as words. */
final class Words {
    private Words() {}

    /** {@code gradient-descent}: Gradient descent. */
    static String of(String id) {
        var words = id.replace('-', ' ');
        return words.isEmpty() ? id : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
