package news.lede.lease;

/** Somebody else has the lease by now: what was to be written under it was not. */
public final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LeaseLost(Lease lease) {
        super("the lease " + lease.name()
                + " is another's by now, what was to be written under it is left to them token=" + lease.token());
    }
}
