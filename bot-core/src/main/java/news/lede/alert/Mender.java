package news.lede.alert;

import news.lede.alert.Suspensions.Suspension;

/** Tells whoever can mend it that a conversation cannot be written to. Called by one thread, which it may keep waiting for some seconds. */
@FunctionalInterface
public interface Mender {
    /** False if nobody could be told now, but may be later. True if somebody was, or there is nobody. */
    boolean tell(Suspension suspension);
}
