/// Cells of a row with commas between them, each in quotation marks where it must be.
struct CellWriter {
    private(set) var out: [UInt8]
    private var isFirst = true

    init(out: [UInt8]) { self.out = out }

    mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { add(bytes: $0) }
    }

    mutating func add(_ number: Int) { add(String(number)) }

    mutating func add(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { add(bytes: $0) }
    }

    private mutating func add(bytes: UnsafeBufferPointer<UInt8>) {
        if !isFirst { out.append(UInt8(ascii: ",")) }
        isFirst = false
        let quote = UInt8(ascii: "\"")
        guard bytes.contains(where: { $0 == UInt8(ascii: ",") || $0 == quote }) else {
            out.append(contentsOf: bytes)
            return
        }
        out.append(quote)
        for byte in bytes {
            if byte == quote { out.append(quote) }
            out.append(byte)
        }
        out.append(quote)
    }

    mutating func end() {
        out.append(13)
        out.append(10)
        isFirst = true
    }
}
