import Vocabulary

/// Bytes of a CSV file as NHSBSA writes it: CRLF, a field quoted only where it must be, numbers without idle
/// noughts.
struct PublishedText {
    private(set) var bytes: [UInt8] = []
    private var isRowBegun = false

    init(header: String, capacity: Int) {
        bytes.reserveCapacity(capacity)
        bytes += Array(header.utf8)
        endRow()
    }

    mutating func field(_ text: String) {
        separate()
        let text = Array(text.utf8)
        guard text.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else {
            bytes += text
            return
        }
        bytes.append(0x22)
        for byte in text { bytes += byte == 0x22 ? [0x22, 0x22] : [byte] }
        bytes.append(0x22)
    }

    /// A whole number; nil is a blank field.
    mutating func field(_ number: Int?) {
        separate()
        if let number { bytes += Array(String(number).utf8) }
    }

    /// Hundredths as a decimal: `55081`, `550810.6`, `550810.64`.
    mutating func field(hundredths: Int) {
        separate()
        bytes += Array(Units(hundredths: hundredths).decimalText.utf8)
    }

    mutating func endRow() {
        bytes += [0x0D, 0x0A]
        isRowBegun = false
    }

    private mutating func separate() {
        if isRowBegun { bytes.append(0x2C) }
        isRowBegun = true
    }
}

/// `31/03/2025`; nil is blank.
func dayAsPublished(_ day: Day?) -> String {
    guard let (year, month, day) = day?.parts else { return "" }
    return "\(day < 10 ? "0" : "")\(day)/\(month < 10 ? "0" : "")\(month)/\(year)"
}
