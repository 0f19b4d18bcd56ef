package treasurehunt.cli.demo;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/**
 * Makes the first Ctrl-C the wish for an orderly end, which takes seconds; the second one ends the
 * JVM.
 */
final class CtrlC implements AutoCloseable {
    private static final int EXIT_CODE = 130;
    private static final String SIGNAL = "INT";

    private final Thread interrupted;
    private final Object before;
    private volatile boolean pressed;

    private CtrlC(Thread interrupted) {
        this.interrupted = interrupted;
        before = handle(handler());
    }

    /** Interrupts the thread at the first Ctrl-C. */
    static CtrlC interrupts(Thread thread) {
        return new CtrlC(thread);
    }

    @Override
    public void close() {
        handle(before);
    }

    private void press() {
        if (pressed) {
            Runtime.getRuntime().exit(EXIT_CODE);
        }
        pressed = true;
        interrupted.interrupt();
    }

    private Object handler() {
        InvocationHandler handler =
                (proxy, method, arguments) ->
                        switch (method.getName()) {
                            case "handle" -> {
                                press();
                                yield null;
                            }
                            case "hashCode" -> System.identityHashCode(proxy);
                            case "equals" -> proxy == arguments[0];
                            default -> "Ctrl-C";
                        };
        Class<?> type = type("sun.misc.SignalHandler");
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }

    // By reflection, since the compiler warns of these classes and lets nobody hush it; there are
    // no others.
    private static Object handle(Object handler) {
        Class<?> signal = type("sun.misc.Signal");
        try {
            return signal.getMethod("handle", signal, type("sun.misc.SignalHandler"))
                    .invoke(null, signal.getConstructor(String.class).newInstance(SIGNAL), handler);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "Ctrl-C cannot be heard: is this JVM run with -Xrs?", e);
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("A JDK without the module jdk.unsupported", e);
        }
    }
}
