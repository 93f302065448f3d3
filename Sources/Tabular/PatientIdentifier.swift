public import Vocabulary

/// Values that identify a patient, by their form; a file that holds one is refused whole.
///
/// It is the value that counts, not the header: a blank or pseudonymised column passes whatever it is called.
public enum PatientIdentifier: String, Sendable, CaseIterable {
    case nhsNumber
    case nameWithBirthDate
    case postcode
    case birthDate
    case name

    /// As it stands in a sentence: `an NHS number`.
    public var inWords: String {
        switch self {
        case .nhsNumber: "an NHS number"
        case .nameWithBirthDate: "a person's name with a date of birth"
        case .postcode: "a full postcode that may be a patient's"
        case .birthDate: "a date of birth"
        case .name: "a person's name"
        }
    }

    /// The refusal of the whole file; it names the place and never the value.
    public func refusal(in file: String, row: Int, column: String, canDrop: Bool = true) -> Refusal {
        Refusal(
            .input, code: "patient-identifying",
            "\(file) holds what reads as \(inWords) in row \(row), column \(column); nothing of the file was kept.",
            remedy: canDrop
                ? "Have the sender remove it, or drop the column at the door with --drop \"\(column)\"."
                : "Have the sender remove it.")
    }

    /// True where ten digits with a right check digit stand in the text, in one run or as 3 3 4.
    ///
    /// Ten times the same digit is a filler and passes. A decimal `.0` behind the digits is the mark of a number that
    /// went through a spreadsheet, and does not hide it.
    /// - Reference: NHS Data Dictionary, NHS NUMBER: weights 10 to 2, modulus 11.
    public static func holdsNHSNumber(_ text: some StringProtocol) -> Bool {
        var text = String(text)
        return text.withUTF8 { holdsNHSNumber($0) }
    }

    /// The same of a cell's bytes.
    public static func holdsNHSNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count >= 10 else { return false }
        var place = 0
        while place + 10 <= bytes.count {
            guard isDigit(bytes[place]) else {
                place += 1
                continue
            }
            if isNHSNumber(bytes, at: place) { return true }
            while place < bytes.count, isDigit(bytes[place]) { place += 1 }
        }
        return false
    }

    /// - Parameter start: a digit with no digit before it.
    private static func isNHSNumber(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        var place = start
        var (sum, check, first, isFiller) = (0, 0, Int(bytes[start]) - 48, true)
        var separator: UInt8?
        for position in 0..<10 {
            if position == 3 || position == 6, place < bytes.count, !isDigit(bytes[place]) {
                guard bytes[place] == 32 || bytes[place] == UInt8(ascii: "-"),
                    position == 3 || separator == bytes[place]
                else { return false }
                separator = bytes[place]
                place += 1
            } else if position == 6, separator != nil {
                return false
            }
            guard place < bytes.count, isDigit(bytes[place]) else { return false }
            let digit = Int(bytes[place]) - 48
            if digit != first { isFiller = false }
            if position < 9 { sum += digit * (10 - position) } else { check = digit }
            place += 1
        }
        first = 11 - sum % 11
        guard !isFiller, first != 10, first % 11 == check else { return false }
        guard place < bytes.count else { return true }
        if isDigit(bytes[place]) { return false }
        let isDecimal = bytes[place] == UInt8(ascii: ".") && place + 1 < bytes.count && isDigit(bytes[place + 1])
        return !isDecimal || bytes[(place + 1)...].allSatisfy { $0 == UInt8(ascii: "0") }
    }

    /// True where a full postcode stands in the text, outward and inward part with a blank between.
    ///
    /// - Parameter joined: also without the blank, for columns whose header speaks of postcodes or addresses.
    public static func holdsPostcode(_ text: some StringProtocol, joined: Bool = false) -> Bool {
        let words = text.uppercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map { Array($0.utf8) }
        for (place, word) in words.enumerated() {
            if place > 0, isInward(word[...]), isOutward(words[place - 1][...]) { return true }
            if joined, word.count >= 5, isInward(word.suffix(3)), isOutward(word.dropLast(3)) { return true }
        }
        return false
    }

    /// True for a whole day with its year: `03/02/1984`, `3-2-1984`, `1984-02-03`, `19840203`, `3 Feb 1984`.
    public static func isDate(_ text: some StringProtocol) -> Bool {
        let day = String(text.prefix { $0 != "T" && $0 != " " })
        if DayFormat.allCases.contains(where: { $0.day(text) != nil || $0.day(day) != nil }) { return true }
        guard text.utf8.count == 8, let number = Int(text), number > 0 else { return false }
        return Day(year: number / 10_000, month: number / 100 % 100, day: number % 100) != nil
    }

    /// Letters and no digit: a pseudonym has digits, and a word for "left out" is no name.
    public static func isName(_ text: String) -> Bool {
        let fillers: Set<String> = [
            "REDACTED", "WITHHELD", "REMOVED", "ANONYMISED", "PSEUDONYMISED", "SUPPRESSED", "UNKNOWN", "NULL", "NONE",
            "N/A", "NA",
        ]
        return text.count(where: \.isLetter) >= 2 && !text.contains(where: \.isNumber)
            && !fillers.contains(text.uppercased())
    }

    private static func isOutward(_ word: ArraySlice<UInt8>) -> Bool {
        let letters = word.prefix { (65...90).contains($0) }.count
        let rest = word.dropFirst(letters)
        guard (1...2).contains(letters), (1...2).contains(rest.count), let first = rest.first else { return false }
        return isDigit(first) && rest.allSatisfy { isDigit($0) || (65...90).contains($0) }
    }

    private static func isInward(_ word: ArraySlice<UInt8>) -> Bool {
        word.count == 3 && isDigit(word[word.startIndex])
            && word.dropFirst().allSatisfy { (65...90).contains($0) && !"CIKMOV".utf8.contains($0) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
}
