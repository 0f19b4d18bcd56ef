package treasurehunt.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import static treasurehunt.auditor.RuleBookExamplesTest.anaJoined;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a violation tells of what stands in the answers: never what may be secret. */
class WhatIsToldTest {
    private static final String TRY = "{'type':'ATTEMPT_USED','clue':'mast'}";

    /** Answers 0 to 3: join, wrong, a dead letter, wrong. */
    private static Story story() {
        return anaJoined()
                .acts("10:05:00", "ana", "answer", "'clue':'mast','text':'x'")
                .gets("WRONG", 0, 2, "", TRY)
                .acts(
                        "10:06:00",
                        "ana",
                        "x",
                        "adjust",
                        "'points':5,'reason':'r'",
                        ",'sealed':false")
                .isDeadLetter("UNSEALED")
                .acts("10:07:00", "ana", "answer", "'clue':'mast','text':'y'")
                .gets("WRONG", 0, 3, "", TRY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "1 | {'type':'ATTEMPT_USED','clue':'mast'} | {'type':'HELPED','answer':'QR-7782'}",
                "1 | {'type':'ATTEMPT_USED','clue':'mast'} | {'type':'HELPED','at':[7782.0]}",
                "1 | {'type':'ATTEMPT_USED','clue':'mast'} | {'type':'HELPED','answer':7782}",
                "1 | {'type':'ATTEMPT_USED','clue':'mast'} | {'type':'HELPED','QR-7782':true}",
                "1 | {'type':'ATTEMPT_USED','clue':'mast'} | {'type':'QR-7782'}",
                "1 | {'type':'ATTEMPT_USED','clue':'mast'} | {'type':'GRANTED','treasure':'qr-7782'}",
                "1 | {'type':'ATTEMPT_USED','clue':'mast'} | {'type':'POINTS','reason':'QR-7782'}",
                "1 | {'type':'ATTEMPT_USED','clue':'mast'} | 'QR-7782'",
                "1 | {'type':'ATTEMPT_USED','clue':'mast'} | 7782",
                "1 | 'WRONG' | 'QR-7782'",
                "1 | 'kind':'answer' | 'kind':'QR-7782'",
                "1 | 'action_id':'a-2' | 'action_id':'the code is QR-7782'",
                "1 | 'clue':'mast','code' | 'clue':'QR-7782','code'",
                "1 | 'player':'ana' | 'player':'qr-7782'",
                "1 | 'score':0 | 'score':'QR-7782'",
                "1 | 'version':2 | 'version':{'is':'QR-7782'}",
                "1 | 'rules':3 | 'rules':'QR-7782'",
                "1 | 'rules':3 | 'rules':3,'QR-7782':1",
                "1 | 'rules':3 | 'rules':3,'attempts_left':'QR-7782'",
                "1 | 'rules':3 | 'rules':3,'QR-7782':1,'QR-7782':2",
                "1 | 'rules':3 | 'rules':3,QR-7782",
                "1 | 'id':'16:205','player':'ana' | 'id':'16:205','dead_letter':'QR-7782','x':'y'",
                "2 | 'dead_letter':'UNSEALED' | 'dead_letter':'UNSEALED','right':'QR-7782'",
                "2 | 'dead_letter':'UNSEALED' | 'dead_letter':'UNSEALED','QR-7782':1",
                "2 | 'dead_letter':'UNSEALED' | 'dead_letter':'QR-7782'",
                "2 | 'dead_letter':'UNSEALED' | 'player':'ana','code':'QR-7782'",
                "2 | 'dead_letter':'UNSEALED' | 'reason':'UNSEALED','player':'QR-7782'",
            })
    void aSecretIsNeverTold(int answer, String what, String secret) {
        Story alone = story().altered(answer, what, secret);
        Story besideAnother =
                story().altered(1, "'effects':[", "'effects':[{'type':'COMPLETED'},")
                        .altered(answer, what, secret);

        assertThat(alone.found()).isNotEmpty();
        assertThat(alone.violations()).noneMatch(WhatIsToldTest::tellsIt);
        assertThat(besideAnother.found()).isNotEmpty();
        assertThat(besideAnother.violations()).noneMatch(WhatIsToldTest::tellsIt);
    }

    private static boolean tellsIt(Violation violation) {
        return violation.what().contains("7782");
    }

    @Test
    void aSecretBesideAnotherCodeIsToldAsLeaked() {
        Story story =
                story().altered(1, "'WRONG'", "'NEAR'")
                        .altered(1, TRY, "{'type':'HELPED','answer':'QR-7782'}");

        assertThat(story.found()).containsExactly("CODE 16:205", "SECRET 16:205");
        assertThat(story.violations()).noneMatch(WhatIsToldTest::tellsIt);
    }

    @Test
    void aSecretAsTheNameOfAFieldIsToldAsLeaked() {
        Story story = story().altered(1, "'rules':3", "'rules':3,'QR-7782':1");

        assertThat(story.found()).containsExactly("SECRET 16:205");
        assertThat(story.violations().get(0).what())
                .endsWith("what stands in (a name of 7 characters)");
    }

    @Test
    void whatCannotBeSecretIsTold() {
        Story story =
                story().altered(1, "'WRONG'", "'SOLVED'")
                        .altered(
                                1,
                                TRY,
                                "{'type':'CLUE_SOLVED','clue':'mast'},{'type':'POINTS','points':30,"
                                        + "'balance':30,'reason':'clue','text':'x','clue':'ana'}");

        assertThat(story.found()).containsExactly("CODE 16:205");
        assertThat(story.violations().get(0).what())
                .isEqualTo(
                        "The rules give WRONG [{type: ATTEMPT_USED, clue: mast}], there stands"
                                + " SOLVED [{type: CLUE_SOLVED, clue: mast}, {type: POINTS,"
                                + " points: 30, balance: 30, reason: clue, text: (1 characters),"
                                + " clue: (3 characters)}]");
    }

    @Test
    void ofARefusedRecordItsBytesAreNotTold() {
        String full =
                "{'topic':'actions','partition':16,'offset':205,'append_time':%d,"
                        + "'reason':'MALFORMED','detail':'not a JSON object','value':'b2Fr'}";
        Story story =
                anaJoined()
                        .record(16, "10:00:01", "'key':'YW5h','value':'aGVsbG8=','headers':{}")
                        .answer(full.formatted(Story.ms("10:00:01")));

        assertThat(story.found()).containsExactly("FIELD 16:205");
        assertThat(story.violations().get(0).what())
                .isEqualTo("value: the rules give (8 characters), there stands (4 characters)");
    }
}
