package news.lede.discord.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * One interaction from its sending to its last answer. The bot has {@link #FIRST_ANSWER} from the sending for its first answer and {@link #TOKEN_LIFE} for
 * all others.
 */
public final class Asked {
    /** How long the first answer may take. */
    public static final Duration FIRST_ANSWER = Duration.ofSeconds(3);

    /** How long answers may come at all. */
    public static final Duration TOKEN_LIFE = Duration.ofMinutes(15);

    /** What the first answer was. */
    public enum First {
        MESSAGE,
        DEFERRED,
        DEFERRED_UPDATE,
        UPDATE,
        CHOICES,
        MODAL
    }

    private final String id;
    private final String token;
    private final String what;
    private final Scene scene;
    private final List<Shown> followUps = new ArrayList<>();
    private long sentNanos = System.nanoTime();
    private long acknowledgedNanos;
    private Optional<First> first = Optional.empty();
    private boolean ephemeral;
    private boolean originalGone;
    private Optional<Shown> original = Optional.empty();
    private List<JsonNode> choices = List.of();
    private Optional<JsonNode> form = Optional.empty();
    private Optional<JsonNode> on = Optional.empty();
    private boolean toldOfForm;
    private boolean lost;
    private boolean sent;
    private boolean again;

    Asked(String id, String token, String what, Scene scene) {
        this.id = id;
        this.token = token;
        this.what = what;
        this.scene = scene;
    }

    public String id() {
        return id;
    }

    /** What was done, in one line. */
    public String what() {
        return what;
    }

    String token() {
        return token;
    }

    Scene scene() {
        return scene;
    }

    synchronized void lost() {
        lost = true;
    }

    /** Whether no bot can ever have heard of this: there was no session it belonged to. */
    public synchronized boolean isLost() {
        return lost;
    }

    /** Whether it went out over a connection; else it waits for its session to be resumed, or is lost. */
    public synchronized boolean isSent() {
        return sent;
    }

    synchronized void sentAgain() {
        again = true;
    }

    /** Whether the first connection it was sent over broke before the bot had confirmed it. */
    public synchronized boolean isSentAgain() {
        return again;
    }

    synchronized void sentNow() {
        sent = true;
        sentNanos = System.nanoTime();
    }

    /** As if it had been sent this much earlier. */
    public synchronized void age(Duration by) {
        sentNanos -= by.toNanos();
    }

    synchronized Duration sinceSent() {
        return Duration.ofNanos(System.nanoTime() - sentNanos);
    }

    synchronized Optional<First> first() {
        return first;
    }

    /** How long the bot took for its first answer; empty while there is none. */
    public synchronized Optional<Duration> firstAnswerAfter() {
        return first.map(f -> Duration.ofNanos(acknowledgedNanos - sentNanos));
    }

    synchronized boolean ephemeral() {
        return ephemeral;
    }

    synchronized void acknowledge(First with, boolean onlyForAsker) {
        first = Optional.of(with);
        ephemeral = onlyForAsker;
        acknowledgedNanos = System.nanoTime();
        notifyAll();
    }

    synchronized void choices(List<JsonNode> offered) {
        choices = List.copyOf(offered);
    }

    synchronized void original(Shown message) {
        original = Optional.of(message);
        notifyAll();
    }

    synchronized Optional<Shown> original() {
        return original;
    }

    synchronized void deleteOriginal() {
        original = Optional.empty();
        originalGone = true;
        notifyAll();
    }

    synchronized boolean originalGone() {
        return originalGone;
    }

    synchronized void followUp(Shown message) {
        followUps.removeIf(f -> f.id().equals(message.id()));
        followUps.add(message);
        notifyAll();
    }

    synchronized Optional<Shown> followUp(String messageId) {
        return followUps.stream().filter(f -> f.id().equals(messageId)).findFirst();
    }

    /** The message whose button or menu was used. */
    synchronized void on(JsonNode message) {
        on = Optional.of(message);
    }

    synchronized Optional<JsonNode> on() {
        return on;
    }

    /** Whether the message that was used was given another content. */
    public synchronized boolean turned() {
        return first.filter(f -> f == First.UPDATE || f == First.DEFERRED_UPDATE && original.isPresent())
                .isPresent();
    }

    synchronized void form(JsonNode opened) {
        form = Optional.of(opened);
    }

    /** The form that was opened in answer to this, as sent. */
    public synchronized Optional<JsonNode> form() {
        return form;
    }

    synchronized void sendsForm() {
        toldOfForm = true;
    }

    synchronized boolean isForm() {
        return toldOfForm;
    }

    /** Waits for the form that is opened in answer to this. */
    public synchronized JsonNode awaitForm(Duration atMost) {
        await(atMost, () -> form.isPresent(), "no form");
        return form.orElseThrow();
    }

    /** Every message that answers this, the first one first. */
    public synchronized List<Shown> messages() {
        List<Shown> all = new ArrayList<>();
        original.ifPresent(all::add);
        all.addAll(followUps);
        return all;
    }

    /** Waits for the first answer and says what it was. */
    public synchronized First awaitFirst(Duration atMost) {
        await(atMost, () -> first.isPresent(), "no first answer");
        return first.orElseThrow();
    }

    /** Waits for a message that answers this; a deferral alone is none. */
    public synchronized Shown awaitMessage(Duration atMost) {
        await(atMost, () -> !messages().isEmpty(), "no message");
        return messages().getFirst();
    }

    /** Waits for the choices offered and returns their names. */
    public synchronized List<String> awaitChoices(Duration atMost) {
        await(atMost, () -> first.isPresent(), "no choices");
        return choices.stream().map(c -> c.path("name").asText()).toList();
    }

    private void await(Duration atMost, BooleanSupplier done, String otherwise) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!done.getAsBoolean()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new IllegalStateException(otherwise + " within " + atMost + " to " + what);
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for an answer to " + what, e);
            }
        }
    }

    ObjectNode callbackResponse() {
        ObjectNode answer = Json.object();
        answer.set("interaction", Json.object().put("id", id).put("type", 2));
        ObjectNode resource =
                answer.putObject("resource").put("type", first.map(f -> 4).orElse(5));
        original().ifPresent(m -> resource.set("message", m.json()));
        return answer;
    }
}
