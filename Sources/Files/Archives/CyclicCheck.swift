/// The CRC-32 that gzip and zip keep of what they hold, taken as the bytes pass; eight bytes a step.
///
/// libarchive checks it in a zip but not in a gzip stream, where a changed byte would go unnoticed.
/// - Reference: RFC 1952, section 8.
struct CyclicCheck {
    private var register: UInt32 = 0xFFFF_FFFF
    private(set) var count = 0

    var value: UInt32 { ~register }

    mutating func update(_ bytes: UnsafeRawBufferPointer) {
        count += bytes.count
        var state = register
        var at = 0
        CyclicCheck.tables.withUnsafeBufferPointer { table in
            while at + 8 <= bytes.count {
                let word =
                    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)) ^ UInt64(state)
                state = 0
                for place in 0..<8 {
                    let byte = Int(truncatingIfNeeded: word >> UInt64(8 * place)) & 0xFF
                    state ^= table[(7 - place) * 256 + byte]
                }
                at += 8
            }
            while at < bytes.count {
                state = table[Int((state ^ UInt32(bytes[at])) & 0xFF)] ^ (state >> 8)
                at += 1
            }
        }
        register = state
    }

    /// Eight tables of 256: the check of each byte followed by none to seven zeros.
    private static let tables: [UInt32] = {
        var tables = (0..<256).map { (byte: UInt32) -> UInt32 in
            var value = byte
            for _ in 0..<8 { value = value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
            return value
        }
        for place in 256..<2_048 {
            let before: UInt32 = tables[place - 256]
            tables.append(tables[Int(before & 0xFF)] ^ (before >> 8))
        }
        return tables
    }()
}
