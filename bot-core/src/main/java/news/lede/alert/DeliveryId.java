package news.lede.alert;

/** Identifies a {@link Delivery} within an installation. */
public record DeliveryId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
