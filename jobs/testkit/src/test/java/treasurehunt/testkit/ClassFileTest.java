package treasurehunt.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongUnaryOperator;

class ClassFileTest {
    @Test
    void aRenamedClassAsksTheOtherClassInstead() throws Exception {
        byte[] renamed = ClassFile.renamed(bytes(Asking.class), Asked.class, AskedInstead.class);

        LongUnaryOperator instance = instance(renamed);

        assertThat(new Asking().applyAsLong(1)).isEqualTo(1 + 1 + Asking.LARGE);
        assertThat(instance.applyAsLong(1)).isEqualTo(1 - 1 + Asking.LARGE);
    }

    @Test
    void aClassThatDoesNotAskTheOtherOneIsRefused() throws IOException {
        byte[] asked = bytes(Asked.class);

        assertThatThrownBy(() -> ClassFile.renamed(asked, Thread.class, Asked.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The class does not refer to java.lang.Thread");
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        String file = type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getClassLoader().getResourceAsStream(file)) {
            return in.readAllBytes();
        }
    }

    private static LongUnaryOperator instance(byte[] asking) throws ReflectiveOperationException {
        ClassLoader beside =
                new ClassLoader(ClassFileTest.class.getClassLoader()) {
                    @Override
                    protected Class<?> loadClass(String name, boolean resolve)
                            throws ClassNotFoundException {
                        return name.equals(Asking.class.getName())
                                ? defineClass(name, asking, 0, asking.length)
                                : super.loadClass(name, resolve);
                    }
                };
        return (LongUnaryOperator)
                beside.loadClass(Asking.class.getName()).getConstructor().newInstance();
    }

    /** Has constants of every size. */
    public static final class Asking implements LongUnaryOperator {
        static final long LARGE = 1L << 40;

        @Override
        public long applyAsLong(long number) {
            LongUnaryOperator asked = Asked::answer;
            return asked.applyAsLong(number) + LARGE;
        }
    }

    /** Answers with the number after. */
    public static final class Asked {
        private Asked() {}

        public static long answer(long number) {
            return number + 1;
        }
    }

    /** Answers with the number before. */
    public static final class AskedInstead {
        private AskedInstead() {}

        public static long answer(long number) {
            return number - 1;
        }
    }
}
