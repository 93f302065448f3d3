/// Reads names and values as browsers send a form without files: `name=Ada+Smith&role=analyst`.
///
/// Reference: URL Standard, "application/x-www-form-urlencoded parsing". A per cent sign that no two digits follow
/// stands for itself; letters that are not UTF-8 are refused rather than replaced.
enum PairsReader {
    static func pairs(_ bytes: [UInt8], limits: BodyLimits) throws(BodyFault) -> [(name: String, value: String)] {
        var pairs: [(name: String, value: String)] = []
        for piece in bytes.split(separator: UInt8(ascii: "&")) {
            let sign = piece.firstIndex(of: UInt8(ascii: "="))
            let name = try text(decoded(piece[..<(sign ?? piece.endIndex)]))
            let value = try text(decoded(sign.map { piece[($0 + 1)...] } ?? []))
            guard name.utf8.count <= limits.nameBytes else {
                throw BodyFault(.tooLarge, "The name of a field is longer than \(limits.nameBytes) bytes.")
            }
            guard value.utf8.count <= limits.fieldBytes else {
                throw BodyFault(.tooLarge, "A field holds more than \(limits.fieldBytes >> 10) KB.")
            }
            guard pairs.count < limits.parts else {
                throw BodyFault(.tooLarge, "The form has more than \(limits.parts) fields.")
            }
            pairs.append((name, value))
        }
        return pairs
    }

    /// - Throws: `BodyFault` where the bytes are not UTF-8.
    static func text(_ bytes: [UInt8]) throws(BodyFault) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw BodyFault(.unsupported, "A field is not written in UTF-8.")
        }
        return text
    }

    private static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var place = bytes.startIndex
        while place < bytes.endIndex {
            let byte = bytes[place]
            if byte == UInt8(ascii: "+") {
                decoded.append(32)
            } else if byte == UInt8(ascii: "%"), place + 2 < bytes.endIndex, let high = digit(bytes[place + 1]),
                let low = digit(bytes[place + 2])
            {
                decoded.append(high << 4 | low)
                place += 2
            } else {
                decoded.append(byte)
            }
            place += 1
        }
        return decoded
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}
