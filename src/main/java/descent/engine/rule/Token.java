package descent.engine.rule;

/** A word of the language. */
record Token(Kind kind, String text, Place place) {
    enum Kind {
        NUMBER,
        NAME,
        SYMBOL,
        /** The end of a statement: a line's, or a semicolon. */
        END_OF_STATEMENT,
        END
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** As messages name it. */
    String shown() {
        return switch (kind) {
            case NUMBER, NAME, SYMBOL -> "\"" + text + "\"";
            case END_OF_STATEMENT -> text.equals(";") ? "\";\"" : "the end of the line";
            case END -> "the end";
        };
    }
}
