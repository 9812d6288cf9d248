package news.lede.hub;

/** What a hub is answered. */
public sealed interface HubReply {
    /** It was us: {@code challenge} is sent back as it came, as plain text. */
    record Echo(String challenge) implements HubReply {}

    /** Taken, or passed over: it need not come again. */
    record Taken() implements HubReply {}

    /** We asked for no such thing. */
    record Unknown() implements HubReply {}

    /** There is no such subscription any more; the hub may forget it. */
    record Gone() implements HubReply {}

    /** Not now; it is to be brought again. */
    record Later() implements HubReply {}
}
