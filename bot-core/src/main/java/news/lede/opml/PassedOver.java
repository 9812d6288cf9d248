package news.lede.opml;

/** An outline that was not taken: the line of the file it stands in (0 when that is not known), the address it names, and why. */
public record PassedOver(int line, String address, Reason reason) {
    /** Why an outline is not taken. */
    public enum Reason {
        /** Its address is no http or https address with a host. */
        NOT_WEB,
        /** Its address holds a user name or a password, which would be shown and logged. */
        CREDENTIALS,
        /** Its address stood in the list before. */
        TWICE
    }
}
