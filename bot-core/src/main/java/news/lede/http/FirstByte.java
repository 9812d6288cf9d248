package news.lede.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Lifts the limit on silence once a server has begun to speak; from then on the whole time counts. */
final class FirstByte extends FilterInputStream {
    private final Exchange exchange;
    private boolean spoken;

    FirstByte(InputStream in, Exchange exchange) {
        super(in);
        this.exchange = exchange;
    }

    @Override
    public int read() throws IOException {
        return heard(super.read());
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        return heard(super.read(buffer, from, length));
    }

    private int heard(int read) {
        if (!spoken) {
            spoken = true;
            exchange.allowTheRest();
        }
        return read;
    }
}
