package treasurehunt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

class JsonLineTest {

    @Test
    void anObjectStandsAsItWasWrittenOnOneLine() {
        assertThat(JsonLine.of(bytes("{\"b\" : 1.0,\r\n \"a\":\"\\n\"}\n")))
                .isEqualTo("{\"b\" : 1.0,  \"a\":\"\\n\"}");
    }

    @Test
    void whatIsNoJsonIsEscaped() {
        assertThat(JsonLine.of(bytes("say \"hi\"\n\u001b[1m")))
                .isEqualTo("\"say \\\"hi\\\"\\n\\u001B[1m\"");
        assertThat(JsonLine.of(new byte[] {(byte) 0xff, 0})).isEqualTo("\"\u00ff\\u0000\"");
        assertThat(JsonLine.of(null)).isEqualTo("null");
    }

    @Test
    void aRecordIsOfAPlayerByItsKeyOrItsContent() {
        byte[] mine = bytes("{\"player\":\"me\"}");

        assertThat(JsonLine.isOf("me", bytes("me"), null)).isTrue();
        assertThat(JsonLine.isOf("me", null, mine)).isTrue();
        assertThat(JsonLine.isOf("you", null, mine)).isFalse();
        assertThat(JsonLine.isOf("me", null, bytes("rubbish"))).isFalse();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
