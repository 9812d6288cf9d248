package news.lede.alert;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import news.lede.community.Place;

/** Remembers what was told of places that somebody asked for, as {@code CHAT REASON} or {@code CHAT open}. Thread-safe. */
public final class SeenDoors implements Doors {
    private final List<Place> watched = new CopyOnWriteArrayList<>();
    private final List<String> told = new CopyOnWriteArrayList<>();

    public void watch(Place place) {
        watched.add(place);
    }

    public List<String> told() {
        return List.copyOf(told);
    }

    @Override
    public void seen(String platform, Collection<String> chats, Function<Place, Optional<Shut>> standing) {
        for (Place place : watched) {
            if (chats.contains(place.chat())) {
                told.add(place.thread().orElse(place.chat()) + " "
                        + standing.apply(place).map(s -> s.reason().name()).orElse("open"));
            }
        }
    }

    @Override
    public Moved moved(String platform, String from, String to) {
        told.add(from + " is " + to);
        return new Moved.Nothing();
    }
}
