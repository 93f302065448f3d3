/// Numbers as people type them into spreadsheets.
enum LocalNumber {
    typealias Characters = Slice<UnsafeBufferPointer<UInt8>>

    private static let pound: [UInt8] = [0xC2, 0xA3]
    private static let minusSign: [UInt8] = [0xE2, 0x88, 0x92]
    private static let noBreakSpace: [UInt8] = [0xC2, 0xA0]

    static func trimmed(_ text: Characters) -> Characters {
        var text = text
        while true {
            if let first = text.first, first <= 32 {
                text = text.dropFirst()
            } else if text.starts(with: noBreakSpace) {
                text = text.dropFirst(2)
            } else if let last = text.last, last <= 32 {
                text = text.dropLast()
            } else if text.count >= 2, text.suffix(2).elementsEqual(noBreakSpace) {
                text = text.dropLast(2)
            } else {
                return text
            }
        }
    }

    /// - Parameter text: trimmed.
    static func hundredths(_ text: Characters) -> Int? {
        var text = text
        var signs = 0
        var isNegative = false
        if text.first == UInt8(ascii: "("), text.last == UInt8(ascii: ")"), text.count > 2 {
            text = trimmed(text.dropFirst().dropLast())
            signs += 1
            isNegative = true
        }
        var poundSigns = 0
        while true {
            if text.starts(with: pound) {
                text = trimmed(text.dropFirst(2))
                poundSigns += 1
            } else if text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+") {
                isNegative = isNegative || text.first == UInt8(ascii: "-")
                text = trimmed(text.dropFirst())
                signs += 1
            } else if text.starts(with: minusSign) {
                text = trimmed(text.dropFirst(3))
                isNegative = true
                signs += 1
            } else {
                break
            }
        }
        if text.last == UInt8(ascii: "-") {
            text = trimmed(text.dropLast())
            isNegative = true
            signs += 1
        }
        guard signs <= 1, poundSigns <= 1, let value = unsigned(text) else { return nil }
        return isNegative ? -value : value
    }

    private static func unsigned(_ text: Characters) -> Int? {
        let point = text.firstIndex(of: UInt8(ascii: "."))
        let pounds = text[..<(point ?? text.endIndex)]
        let decimals = point.map { text[($0 + 1)...] } ?? text[text.endIndex...]
        guard !(pounds.isEmpty && decimals.isEmpty), decimals.allSatisfy(isDigit),
            decimals.dropFirst(2).allSatisfy({ $0 == UInt8(ascii: "0") })
        else { return nil }
        let groups = pounds.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        guard groups.allSatisfy({ $0.allSatisfy(isDigit) }),
            groups.count == 1 || (1...3).contains(groups[0].count),
            groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
        var value = 0
        for digit in groups.joined() {
            value = value * 10 + Int(digit - 48)
            if value > FixedPoint.largest { return nil }
        }
        let places = Array(decimals.prefix(2)) + [48, 48]
        value = value * 100 + Int(places[0] - 48) * 10 + Int(places[1] - 48)
        return value > FixedPoint.largest ? nil : value
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
