package news.lede.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import news.lede.community.Place;

/** A platform in which nobody looks for anything: keeps what is sent and answers as it was told. Thread-safe. */
public class FakeMessenger implements Messenger {
    /** In the order in which they came. */
    public final List<Outgoing> sent = new CopyOnWriteArrayList<>();

    private final String platform;
    private volatile Result answer = new Result.Delivered(new Receipt("1"));

    public FakeMessenger(String platform) {
        this.platform = platform;
    }

    /** To everything that is sent from now on. */
    public void answerWith(Result result) {
        answer = result;
    }

    @Override
    public String platform() {
        return platform;
    }

    @Override
    public Place inPrivate(String person) {
        return new Place(platform, "alone:" + person, Optional.empty());
    }

    @Override
    public Result send(Outgoing message) {
        sent.add(message);
        return answer;
    }

    @Override
    public Result edit(Receipt receipt, Outgoing message) {
        throw new IllegalStateException("nothing is edited");
    }

    @Override
    public boolean canLook() {
        return false;
    }

    @Override
    public Sighting find(Outgoing message, Instant since) {
        return new Sighting.Unseeable();
    }
}
