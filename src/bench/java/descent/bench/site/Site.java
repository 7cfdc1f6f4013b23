package descent.bench.site;

import java.net.URI;

/** Where people go: the program alone, or a balancer before several. */
public interface Site {
    URI uri(String path);

    Database database();
}
