package descent.engine.tensor;

/**
 * The tiles for one way a left factor stands. Matrices of up to 8 columns have tiles in vectors of
 * 8 at most, so that few lanes compute what nobody asked for; but no third width is in use: for
 * more than two the compiler gives up knowing which one it has before it.
 */
record TileSet(Tiles narrow, Tiles one, Tiles two, Tiles most) {
    private static final int NARROW = 8;

    /**
     * @param registers how many vectors the machine holds at once: 16 or 32
     */
    static TileSet of(int lanes, int registers, boolean turned) {
        Tiles one = Lanes.define(TilesOf1.class, lanes, turned, registers);
        Tiles two = Lanes.define(TilesOf2.class, lanes, turned, registers);
        return new TileSet(
                lanes <= NARROW ? one : Lanes.define(TilesOf1.class, NARROW, turned, registers),
                one,
                two,
                registers == Lanes.FEWEST
                        ? two
                        : Lanes.define(TilesOf4.class, lanes, turned, registers));
    }

    /** For a matrix of that stride, of which so many columns are left. */
    Tiles tiles(int stride, int left) {
        if (stride == NARROW && one.width() >= NARROW) return narrow;
        if (left >= most.width()) return most;
        return left >= two.width() ? two : one;
    }
}
