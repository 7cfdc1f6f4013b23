package descent.engine.data;

import descent.engine.tensor.RandomStream;

/** Where examples come from. */
public sealed interface DataSource permits Classification, Regression, Glyphs, Table {
    /** How many examples there are. */
    int size();

    /** How many numbers each has. */
    int inputs();

    Task task();

    /** The share of training labels that are replaced by another class. */
    double labelNoise();

    /** All examples, in an order that says nothing. */
    Examples draw(RandomStream random);

    /** Whether these are somebody's own numbers, and not drawn by us. */
    default boolean isOwn() {
        return false;
    }
}
