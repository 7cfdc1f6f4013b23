package descent.shared.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Passes on what is said between a server and its clients, until it is frozen. */
final class Wire implements AutoCloseable {
    private final String host;
    private final int port;
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();

    /** Held for reading by who passes something on, for writing while all is frozen. */
    private final ReentrantReadWriteLock flow = new ReentrantReadWriteLock();

    Wire(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** By the same thread that thaws it. */
    void freeze() {
        flow.writeLock().lock();
    }

    void thaw() {
        flow.writeLock().unlock();
    }

    private void accept() {
        try {
            while (true) {
                var client = door.accept();
                var server = new Socket(host, port);
                ends.add(client);
                ends.add(server);
                Thread.ofVirtual().start(() -> pass(client, server));
                Thread.ofVirtual().start(() -> pass(server, client));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void pass(Socket from, Socket to) {
        var bytes = new byte[8192];
        try (from;
                to) {
            for (int n = from.getInputStream().read(bytes);
                    n >= 0;
                    n = from.getInputStream().read(bytes)) {
                flow.readLock().lock();
                try {
                    to.getOutputStream().write(bytes, 0, n);
                } finally {
                    flow.readLock().unlock();
                }
            }
        } catch (IOException closed) {
            // By one of the two.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (var end : ends) {
            end.close();
        }
    }
}
