package news.lede.alert;

/** The platform's own name of a message that it accepted: what an edit or a reply needs. Only its adapter reads it. */
public record Receipt(String value) {}
