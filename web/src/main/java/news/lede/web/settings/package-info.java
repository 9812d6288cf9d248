/**
 * Whether the installation is set up rightly: every setting with what is written for it, everything that is wrong with it, how the parts that run are doing. In: a
 * {@link news.lede.web.settings.SettingsCheck}, which whoever composes the program answers. Out: a page. No secret is ever in either. Start at
 * {@link news.lede.web.settings.SettingsPage}.
 */
@NullMarked
package news.lede.web.settings;

import org.jspecify.annotations.NullMarked;
