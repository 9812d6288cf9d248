package news.lede.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import news.lede.alert.Announcements.Announcement;
import news.lede.article.Samples;
import news.lede.store.PortContract;
import news.lede.story.StoryId;
import news.lede.text.Language;
import org.junit.jupiter.api.Test;

/** What every {@link Announcements} promises. */
public abstract class AnnouncementsContract extends PortContract {
    private StoryId story(String title) {
        return store.stories()
                .open(stored(title).id(), Language.ENGLISH, Samples.NOON)
                .id();
    }

    @Test
    void aRevisionIsAnnouncedOnce() {
        StoryId story = story("One");

        store.announcements().announce(story, 1, Samples.NOON);
        store.announcements().announce(story, 1, Samples.NOON.plusSeconds(5));
        store.announcements().announce(story, 2, Samples.NOON.plusSeconds(6));

        List<Announcement> all = store.announcements().after(0, 10);
        assertThat(all).extracting(Announcement::revision).containsExactly(1, 2);
        assertThat(all.getFirst().created()).isEqualTo(Samples.NOON);
        assertThat(all.getFirst().story()).isEqualTo(story);
    }

    @Test
    void aReaderReadsOnAfterTheLastItKnows() {
        StoryId one = story("One");
        StoryId two = story("Two");
        store.announcements().announce(two, 1, Samples.NOON);
        store.announcements().announce(one, 1, Samples.NOON);
        store.announcements().announce(one, 2, Samples.NOON);

        List<Announcement> first = store.announcements().after(0, 2);
        List<Announcement> rest = store.announcements().after(first.getLast().id(), 2);

        assertThat(first).extracting(Announcement::story).containsExactly(two, one);
        assertThat(rest).extracting(Announcement::revision).containsExactly(2);
        assertThat(store.announcements().after(rest.getLast().id(), 2)).isEmpty();
    }
}
