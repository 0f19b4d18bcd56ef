package treasurehunt.testkit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** The bytes of a compiled class, as chapter 4 of the Java virtual machine's specification says. */
final class ClassFile {
    private static final int UTF8 = 1;

    private ClassFile() {}

    /**
     * The class with all it asks of one other class asked of another instead.
     *
     * @throws IllegalArgumentException if it does not refer to that class
     */
    static byte[] renamed(byte[] classFile, Class<?> from, Class<?> to) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        long magicAndVersion = in.readLong();
        out.writeLong(magicAndVersion);
        int slots = in.readUnsignedShort();
        out.writeShort(slots);
        boolean found = false;
        int slot = 1;
        while (slot < slots) {
            int tag = in.readUnsignedByte();
            out.writeByte(tag);
            if (tag == UTF8) {
                String text = in.readUTF();
                boolean named = text.equals(internalName(from));
                out.writeUTF(named ? internalName(to) : text);
                found |= named;
            } else {
                out.write(in.readNBytes(length(tag)));
            }
            slot += slots(tag);
        }
        if (!found) {
            throw new IllegalArgumentException("The class does not refer to " + from.getName());
        }
        in.transferTo(out);
        return bytes.toByteArray();
    }

    private static String internalName(Class<?> type) {
        return type.getName().replace('.', '/');
    }

    /** Bytes of a constant that is no text. */
    private static int length(int tag) {
        return switch (tag) {
            case 7, 8, 16, 19, 20 -> 2;
            case 15 -> 3;
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
            case 5, 6 -> 8;
            default -> throw new IllegalArgumentException("No constant has the tag " + tag);
        };
    }

    /** A long or a double takes two places in the table. */
    private static int slots(int tag) {
        return tag == 5 || tag == 6 ? 2 : 1;
    }
}
