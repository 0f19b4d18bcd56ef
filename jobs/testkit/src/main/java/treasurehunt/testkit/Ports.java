package treasurehunt.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** TCP ports of 127.0.0.1. */
public final class Ports {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final int CONNECT_MILLIS = 1_000;

    private Ports() {}

    /** A port nobody listens on now. Nothing reserves it: bind it soon. */
    public static int free() {
        try (ServerSocket socket = bound(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on 127.0.0.1.", e);
        }
    }

    static void requireFree(int port) {
        try (ServerSocket socket = bound(port)) {
            socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Port %d of 127.0.0.1 is in use: stop what listens there, or ask for another."
                            .formatted(port),
                    e);
        }
    }

    public static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(LOOPBACK, port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static ServerSocket bound(int port) throws IOException {
        return new ServerSocket(port, 1, LOOPBACK);
    }
}
