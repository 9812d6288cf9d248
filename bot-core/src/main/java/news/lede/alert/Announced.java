package news.lede.alert;

import java.util.List;
import news.lede.alert.Announcements.Announcement;
import news.lede.story.Revision;
import news.lede.story.Stories;

/** What is behind an announcement. */
final class Announced {
    private Announced() {}

    /** The revision that was announced. Where stories became one, that has no article; then what joined in the same moment, which had them become one. */
    static List<Revision> behind(Stories stories, Announcement announcement) {
        List<Revision> all = stories.revisions(announcement.story());
        List<Revision> announced = all.stream()
                .filter(revision -> revision.story().equals(announcement.story())
                        && revision.number() == announcement.revision()
                        && revision.article().isPresent())
                .toList();
        return announced.isEmpty()
                ? all.stream()
                        .filter(revision -> revision.at().equals(announcement.created())
                                && revision.article().isPresent())
                        .toList()
                : announced;
    }
}
