package treasurehunt.cli.demo.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import treasurehunt.cli.Announcements;
import treasurehunt.schemas.action.RawRecord;
import treasurehunt.schemas.action.Reason;
import treasurehunt.schemas.action.RejectedException;
import treasurehunt.schemas.deadletter.DeadLetter;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.Result;

import java.util.Optional;

class IdsTest {
    private final Ids ids = new Ids();

    @Test
    void anAnnouncementIsNewOnce() {
        Result announcement = Announcements.of("0:1", 5, new Effect.TimeUp());

        assertThat(ids.add(announcement)).isTrue();
        assertThat(ids.add(announcement)).isFalse();
        assertThat(ids.add(Announcements.of("0:1", 6, new Effect.TimeUp()))).isTrue();
    }

    @Test
    void aDueMomentThatFailedStandsForItsAnnouncement() {
        assertThat(ids.add(DeadLetter.ofDueMoment("ada:harbour-lights:5", "ada"))).isTrue();
        assertThat(ids.add(Announcements.of("ada", 5, new Effect.TimeUp()))).isFalse();
    }

    @Test
    void aRefusedRecordIsAnsweredOnce() {
        DeadLetter letter =
                DeadLetter.of(
                        "actions",
                        new RawRecord(3, 17, 0, false, null, null, null),
                        new RejectedException(
                                Reason.MALFORMED, "no value", Optional.empty(), Optional.empty()));

        assertThat(ids.add(letter)).isTrue();
        assertThat(ids.add(letter)).isFalse();
    }
}
