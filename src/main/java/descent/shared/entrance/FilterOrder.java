package descent.shared.entrance;

/** The order in which the filters before all pages come: the highest first. */
final class FilterOrder {
    static final int CONNECTION = 1020;
    static final int ID = 1010;
    static final int HEADERS = 1000;
    static final int DOORS = 960;
    static final int HOST = 950;
    static final int TRANSPORT = 940;
    static final int METHOD = 920;
    static final int ORIGIN = 900;
    static final int BODY = 880;

    private FilterOrder() {}
}
