package be.designations.imports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The records of a CSV file (RFC 4180) before anybody knows what they mean. Separators, quotes and ends of lines are ASCII in every
 * encoding that is read here, so the bytes are taken apart first; then each record tells by itself whether it is UTF-8.
 */
final class CsvRecords {

    private static final char QUOTE = '"';

    private final String bytes;
    private final char separator;
    private int at;
    private int line = 1;

    /** @param bytes of the file, each as the character of that number */
    private CsvRecords(String bytes, char separator) {
        this.bytes = bytes;
        this.separator = separator;
    }

    /**
     * One record.
     *
     * @param line    on which it begins, the first one being 1
     * @param quoting how its quotes stand
     */
    record Raw(int line, List<String> cells, Quoting quoting) {

        Raw {
            cells = List.copyOf(cells);
        }

        boolean isEmpty() {
            return cells.stream().allMatch(String::isBlank);
        }

        /** Whether nothing but ASCII stands in it. */
        boolean isAscii() {
            return cells.stream().allMatch(cell -> cell.chars().allMatch(character -> character < 0x80));
        }

        boolean isUtf8() {
            return cells.stream().allMatch(CsvRecords::isUtf8);
        }

        /** Whether a byte stands in it that Windows-1252 knows, and ISO-8859-1 knows as a control character only. */
        boolean isWindows() {
            return cells.stream()
                    .anyMatch(cell -> cell.chars().anyMatch(character -> character >= 0x80 && character < 0xA0));
        }

        /** The cells as what they say, without white space around it. */
        List<String> texts() {
            return cells.stream()
                    .map(cell -> new String(cell.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).strip())
                    .toList();
        }
    }

    /** In the order of how bad it is. */
    enum Quoting {
        WELL,
        /** A quoted cell goes on behind its closing quote. */
        MISPLACED,
        /** A quoted cell never closes: all that follows was taken for it. */
        OPEN
    }

    /** Records that say something, as many at most. */
    static List<Raw> read(String bytes, char separator, int most) {
        CsvRecords records = new CsvRecords(bytes, separator);
        List<Raw> read = new ArrayList<>();
        while (records.at < bytes.length() && read.size() < most) {
            Raw record = records.next();
            if (!record.isEmpty()) {
                read.add(record);
            }
        }
        return read;
    }

    private static boolean isUtf8(String cell) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(cell.getBytes(StandardCharsets.ISO_8859_1)));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    private Raw next() {
        int begins = line;
        List<String> cells = new ArrayList<>();
        Quoting quoting = Quoting.WELL;
        while (true) {
            StringBuilder cell = new StringBuilder();
            Quoting of = at < bytes.length() && bytes.charAt(at) == QUOTE ? quoted(cell) : plain(cell);
            quoting = of.compareTo(quoting) > 0 ? of : quoting;
            cells.add(cell.toString());
            if (at >= bytes.length() || bytes.charAt(at) != separator) {
                endOfLine();
                return new Raw(begins, cells, quoting);
            }
            at++;
            if (at >= bytes.length()) {
                cells.add("");
                return new Raw(begins, cells, quoting);
            }
        }
    }

    private Quoting plain(StringBuilder cell) {
        while (at < bytes.length() && !endsCell(bytes.charAt(at))) {
            cell.append(bytes.charAt(at++));
        }
        return Quoting.WELL;
    }

    private Quoting quoted(StringBuilder cell) {
        at++;
        while (at < bytes.length()) {
            char next = bytes.charAt(at++);
            if (next != QUOTE) {
                if (next == '\n') {
                    line++;
                }
                cell.append(next);
            } else if (at < bytes.length() && bytes.charAt(at) == QUOTE) {
                cell.append(QUOTE);
                at++;
            } else {
                int closed = cell.length();
                plain(cell);
                return cell.substring(closed).isBlank() ? Quoting.WELL : Quoting.MISPLACED;
            }
        }
        return Quoting.OPEN;
    }

    private boolean endsCell(char next) {
        return next == separator || next == '\n' || next == '\r';
    }

    private void endOfLine() {
        if (at < bytes.length() && bytes.charAt(at) == '\r') {
            at++;
            if (at >= bytes.length() || bytes.charAt(at) != '\n') {
                line++;
                return;
            }
        }
        if (at < bytes.length() && bytes.charAt(at) == '\n') {
            at++;
            line++;
        }
    }
}
