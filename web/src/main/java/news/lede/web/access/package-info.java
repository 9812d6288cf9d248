/**
 * Who may use the desk. In: a visit, the operator's token, where the server listens. Out: let in with a session, asked to sign in, or refused with what to do. Nobody's name, address or
 * behaviour is kept: a session is a signed cookie, and its random name is remembered only once it was signed out of. Start at {@link news.lede.web.access.Access}; the reasons stand in docs/decisions/0107 and 0125.
 */
@NullMarked
package news.lede.web.access;

import org.jspecify.annotations.NullMarked;
