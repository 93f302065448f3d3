import Tabular
import Vocabulary

/// Days as providers write them, by themselves or with a time, which is not kept.
enum WrittenDay: Hashable {
    case day(Day)
    case blank
    /// Two days, if nobody says in which order the file writes them: `03/04/2024`.
    case ambiguous
    /// A day only in the other order than the one that the file is said to have.
    case otherOrder
    case unreadable

    /// `2024-03-31`, `2024/03/31`, `20240331`, `31/03/2024`, `3/31/2024`, `31-03-2024`, `31.03.2024`, `31/03/24`,
    /// `31-Mar-2024`, `31 March 2024`, `31Mar24`, `Mar 31 2024` and days of Excel (`45382`, `45382.5`); each also with a
    /// time behind a blank or a T.
    ///
    /// - Parameter order: nil where nobody has said it; then a day that has one reading only is read.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>, order: ActivityDayOrder?) -> WrittenDay {
        var parts = Parts()
        guard parts.take(bytes) else { return parts.count == 0 ? .blank : .unreadable }
        switch parts.count {
        case 1: return single(parts)
        case 3: return triple(parts, order: order)
        default: return .unreadable
        }
    }

    /// Up to three groups of digits or letters, with what follows them if it is a time.
    private struct Parts {
        var count = 0
        var values = (0, 0, 0)
        var lengths = (0, 0, 0)
        /// The group, from 0, that is a month's name; nil where none is.
        var named: Int?
        /// A decimal point follows a single group of digits: a time in Excel.
        var hasFraction = false

        /// - Returns: false where it is no day.
        mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
            var place = 0
            while place < bytes.count, bytes[place] <= 32 { place += 1 }
            guard place < bytes.count else { return false }
            while place < bytes.count, count < 3 {
                let start = place
                let byte = bytes[place]
                if isDigit(byte) {
                    var value = 0
                    while place < bytes.count, isDigit(bytes[place]), place - start < 9 {
                        value = value * 10 + Int(bytes[place] - 48)
                        place += 1
                    }
                    put(value, length: place - start)
                } else if isLetter(byte) {
                    while place < bytes.count, isLetter(bytes[place]) { place += 1 }
                    guard named == nil,
                        let month = WrittenDay.month(UnsafeBufferPointer(rebasing: bytes[start..<place]))
                    else {
                        count += 1
                        return false
                    }
                    named = count
                    put(month, length: place - start)
                } else {
                    count += 1
                    return false
                }
                if count == 1, place < bytes.count, bytes[place] == UInt8(ascii: "."), lengths.0 == 5 {
                    hasFraction = true
                    place += 1
                    return place < bytes.count && bytes[place...].allSatisfy(isDigit)
                }
                // Eight digits are a day by themselves.
                if count == 3 || (count == 1 && lengths.0 == 8) { break }
                // One mark between the parts, or none between digits and a name; two blanks behind a comma.
                if place < bytes.count, isMark(bytes[place]) { place += 1 }
                if place < bytes.count, bytes[place] == 32, count > 0 { place += 1 }
            }
            return isTime(bytes, from: place)
        }

        private mutating func put(_ value: Int, length: Int) {
            switch count {
            case 0: (values.0, lengths.0) = (value, length)
            case 1: (values.1, lengths.1) = (value, length)
            default: (values.2, lengths.2) = (value, length)
            }
            count += 1
        }

        /// True where nothing follows the day, or a time does: ` 00:00`, `T12:30:59.000Z`, ` 3:15:00 PM`.
        private func isTime(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
            guard start < bytes.count else { return true }
            guard bytes[start] == 32 || bytes[start] == UInt8(ascii: "T") else { return false }
            return bytes[(start + 1)...].allSatisfy { byte in
                isDigit(byte) || byte == 32 || ":.+-ZAPMapm".utf8.contains(byte)
            }
        }

        private func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
        private func isLetter(_ byte: UInt8) -> Bool { (byte | 32) >= 97 && (byte | 32) <= 122 }
        private func isMark(_ byte: UInt8) -> Bool {
            byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == 32
                || byte == UInt8(ascii: ",")
        }
    }

    /// A day in eight digits, or Excel's count of days from 1899-12-30 (the sixty that Excel miscounts are long past).
    private static func single(_ parts: Parts) -> WrittenDay {
        guard parts.named == nil else { return .unreadable }
        let value = parts.values.0
        if parts.lengths.0 == 8, !parts.hasFraction {
            return day(value / 10_000, value / 100 % 100, value % 100)
        }
        guard parts.lengths.0 == 5 else { return .unreadable }
        return .day(Day(number: value - 25_569))
    }

    private static func triple(_ parts: Parts, order: ActivityDayOrder?) -> WrittenDay {
        let (first, second, third) = parts.values
        if parts.lengths.0 == 4, parts.named != 0 {
            return parts.lengths.2 <= 2 ? day(first, second, third) : .unreadable
        }
        guard parts.lengths.2 == 4 || parts.lengths.2 == 2 else { return .unreadable }
        let year = parts.lengths.2 == 2 ? 2_000 + third : third
        switch parts.named {
        case 1: return parts.lengths.0 <= 2 ? day(year, second, first) : .unreadable
        case 0: return parts.lengths.1 <= 2 ? day(year, first, second) : .unreadable
        case 2: return .unreadable
        default: break
        }
        guard parts.lengths.0 <= 2, parts.lengths.1 <= 2 else { return .unreadable }
        let dayFirst = Day(year: year, month: second, day: first)
        let monthFirst = Day(year: year, month: first, day: second)
        switch order {
        case .dayFirst: return dayFirst.map { .day($0) } ?? (monthFirst == nil ? .unreadable : .otherOrder)
        case .monthFirst: return monthFirst.map { .day($0) } ?? (dayFirst == nil ? .unreadable : .otherOrder)
        case nil:
            if let dayFirst, let monthFirst, dayFirst != monthFirst { return .ambiguous }
            return (dayFirst ?? monthFirst).map { .day($0) } ?? .unreadable
        }
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> WrittenDay {
        Day(year: year, month: month, day: day).map { .day($0) } ?? .unreadable
    }

    /// By its name in English, whole or its first three letters (also `Sept`).
    private static func month(_ letters: UnsafeBufferPointer<UInt8>) -> Int? {
        guard letters.count >= 3 else { return nil }
        return names.firstIndex { name in
            guard letters.count == 3 || letters.count == name.count || (letters.count == 4 && name.first == 115)
            else { return false }
            return zip(name, letters).allSatisfy { $0 == $1 | 32 }
        }.map { $0 + 1 }
    }

    private static let names: [[UInt8]] = Month.names.map { Array($0.lowercased().utf8) }
}
