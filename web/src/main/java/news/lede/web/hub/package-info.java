/** What hubs call when they bring news (WebSub). In: their requests. Out: what {@link news.lede.hub.HubDesk} answers. */
@NullMarked
package news.lede.web.hub;

import org.jspecify.annotations.NullMarked;
