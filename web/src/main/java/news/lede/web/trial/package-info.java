/**
 * A chat with the bot as somebody on Discord or Telegram has it, without either: words and presses go to the desk by way of the adapters' own code, and what comes back is drawn from its payload. In: what is
 * written and pressed on a page. Out: that page. What was said is kept in memory alone. Start at {@link news.lede.web.trial.TrialPage}.
 */
@NullMarked
package news.lede.web.trial;

import org.jspecify.annotations.NullMarked;
