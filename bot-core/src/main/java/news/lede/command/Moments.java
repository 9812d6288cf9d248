package news.lede.command;

import java.time.Instant;
import java.time.ZoneId;
import news.lede.answer.Phrases;
import news.lede.answer.Texts;

/** Says when something was or will be: the time alone on the same day, else with its day. */
record Moments(Texts texts, Instant now, ZoneId zone) {
    String of(Instant at) {
        Phrases there = new Phrases(texts, now, zone);
        boolean today = at.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
        return today
                ? there.time(at, false)
                : texts.text("moment", there.day(at), there.time(at, false), ZoneNames.shown(zone));
    }
}
