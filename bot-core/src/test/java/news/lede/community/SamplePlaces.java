package news.lede.community;

import java.util.List;

/** Two platforms that name persons each in its own way; a third, the console, tells nobody from anybody. */
public final class SamplePlaces {
    public static final PersonalPlaces PERSONAL = new PersonalPlaces(
            List.of(new PersonalKeys.Prefixed("discord", "user:"), new PersonalKeys.Bare("telegram", "-")));

    private SamplePlaces() {}
}
