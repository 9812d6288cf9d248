package news.lede.alert.simulation;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.lede.alert.Composer;
import news.lede.alert.Deliveries.Shown;
import news.lede.alert.Delivery;
import news.lede.alert.DeliveryId;
import news.lede.alert.Edit;
import news.lede.alert.Messenger.Outgoing;
import news.lede.alert.Retraction;
import news.lede.answer.Answer;
import news.lede.answer.Phrases;
import news.lede.answer.Texts;
import news.lede.community.Place;
import news.lede.store.Store;
import news.lede.story.Story;
import news.lede.story.StoryId;

/** Messages that name a story and its revision; of some deliveries it says that they are needless, held, or to be sent later. */
final class SimComposer implements Composer {
    private final Store store;
    private final SimTime time;
    private final Faults faults;
    private final Map<DeliveryId, Composed> decided = new HashMap<>();
    private final Set<DeliveryId> postponed = new HashSet<>();

    SimComposer(Store store, SimTime time, Faults faults) {
        this.store = store;
        this.time = time;
        this.faults = faults;
    }

    /** Nobody needs it any more. */
    void needless(DeliveryId id) {
        decided.put(id, new Composed.Needless("nobody wants it"));
    }

    void held(DeliveryId id) {
        decided.put(id, new Composed.Held("enough for today"));
    }

    boolean decidedAgainst(DeliveryId id) {
        return decided.containsKey(id);
    }

    @Override
    public Composed compose(Delivery delivery) {
        faults.step("compose " + delivery.nonce());
        Composed against = decided.get(delivery.id());
        if (against != null) {
            return against;
        }
        if (faults.once(80)) {
            throw new IllegalStateException("cannot compose");
        }
        if (faults.once(40) && postponed.add(delivery.id())) {
            return new Composed.Later(time.instant().plusSeconds(faults.below(600)), "quiet");
        }
        Optional<Story> story = delivery.story().flatMap(store.stories()::find);
        String text = story.map(SimComposer::text).orElse("digest " + delivery.number());
        return new Composed.Message(
                outgoing(delivery.place(), delivery.nonce(), text),
                story.map(told -> List.of(new Shown(told.id(), told.revision())))
                        .orElse(List.of()));
    }

    @Override
    public Composed compose(Edit edit) {
        faults.step("compose edit");
        Story story = store.stories().find(edit.story()).orElseThrow();
        return new Composed.Message(
                outgoing(edit.place(), "edit", text(story)), List.of(new Shown(story.id(), story.revision())));
    }

    @Override
    public Composed compose(Retraction retraction) {
        return new Composed.Needless("nothing is taken back here");
    }

    private Outgoing outgoing(Place place, String nonce, String text) {
        return new Outgoing(
                place,
                nonce,
                new Answer.Notice(text, text, List.of()),
                new Phrases(Texts.in(Locale.ENGLISH), time.instant(), ZoneOffset.UTC),
                false,
                Optional.empty(),
                Optional.empty());
    }

    private static String text(Story story) {
        return text(story.id(), story.revision());
    }

    static String text(StoryId story, int revision) {
        return "story " + story + " revision " + revision;
    }
}
