/// Numbers as people type them into spreadsheets.
enum LocalNumber {
    typealias Characters = Slice<UnsafeBufferPointer<UInt8>>

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
        let bytes = UnsafeBufferPointer(rebasing: text)
        guard case .value(let value) = ScaledNumber.read(bytes, places: 2, largest: FixedPoint.largest) else {
            return nil
        }
        return value
    }
}
