/**
 * What the web desk serves, whatever it is: something that answers at an address. In: a {@link news.lede.web.page.Visit}. Out: a {@link news.lede.web.page.Reply}.
 * A page for people is a {@link news.lede.web.page.Page}; everything else (a feed, a hook, a probe) an {@link news.lede.web.page.Endpoint}. Start there.
 *
 * <p>A page draws itself by a template in {@code src/main/jte}, which is given {@code frame} (a {@link news.lede.web.page.Frame}: what stands around every page) and {@code page} (the page's
 * own value, a public record) and wraps its content in {@code @template.layout}. Styles and scripts are files in {@code assets}: the policy that every page is sent with allows no
 * {@code style} attribute, no inline script and nothing from elsewhere.
 */
@NullMarked
package news.lede.web.page;

import org.jspecify.annotations.NullMarked;
