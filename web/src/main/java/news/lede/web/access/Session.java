package news.lede.web.access;

/**
 * One browser that may use the desk.
 *
 * @param formKey what its forms carry, so that no other site can post in its name
 * @param signedIn whether it showed the token; false where none is needed
 * @param cookie what to send so that it is known again; empty when it has it already
 */
public record Session(String formKey, boolean signedIn, String cookie) {}
