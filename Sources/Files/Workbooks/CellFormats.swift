import Vocabulary

/// Which of a workbook's cell formats show a number as a day or a time.
final class CellFormats: XMLPart {
    enum Kind {
        case number
        case day
        /// Hours that run past 24: `[h]:mm`.
        case elapsed
    }

    private var custom: [Int: Kind] = [:]
    private var kinds: [Kind] = []
    private var isInCellFormats = false

    /// - Parameter index: a cell's `s`; an unknown one is a plain number.
    subscript(index: Int) -> Kind { kinds.indices.contains(index) ? kinds[index] : .number }

    override func begin(_ element: Substring, _ attributes: [String: String]) {
        switch element {
        case "numFmt":
            if let number = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] {
                custom[number] = CellFormats.kind(of: code)
            }
        case "cellXfs": isInCellFormats = true
        case "xf" where isInCellFormats:
            kinds.append(kind(attributes["numFmtId"].flatMap { Int($0) } ?? 0))
        default: break
        }
    }

    override func end(_ element: Substring) {
        if element == "cellXfs" { isInCellFormats = false }
    }

    /// Built-in formats: ECMA-376 part 1, 18.8.30; a workbook may give a number another meaning.
    private func kind(_ number: Int) -> Kind {
        if let kind = custom[number] { return kind }
        return switch number {
        case 14...22, 45, 47: .day
        case 46: .elapsed
        default: .number
        }
    }

    /// What a format's code shows: letters of days and times outside quotes, brackets and escapes.
    static func kind(of code: String) -> Kind {
        if ["general", "standard", "@"].contains(code.lowercased()) { return .number }
        var isQuoted = false
        var bracket: String?
        var skipsNext = false
        var kind = Kind.number
        for character in code.lowercased() {
            if skipsNext {
                skipsNext = false
            } else if isQuoted {
                isQuoted = character != "\""
            } else if let inside = bracket {
                bracket = character == "]" ? nil : inside + String(character)
                let isElapsed = !inside.isEmpty && Set(inside).count == 1 && "hms".contains(inside.first!)
                if character == "]", isElapsed { return .elapsed }
            } else if character == "\"" {
                isQuoted = true
            } else if character == "[" {
                bracket = ""
            } else if "\\_*".contains(character) {
                skipsNext = true
            } else if character == ";" {
                return kind
            } else if "ydmhs".contains(character) {
                kind = .day
            }
        }
        return kind
    }
}

/// The day and time that a serial number of a workbook stands for.
///
/// The 1900 system counts 29 February 1900, which was none, as 60; the 1904 system counts from 1 January 1904
/// as 0.
enum SerialDay {
    /// - Returns: ISO text; nil where the number stands for no day: negative, 60 in the 1900 system, past the
    ///   year 9999.
    static func text(_ serial: Double, is1904: Bool) -> String? {
        guard serial >= 0, serial < 2_958_466 else { return nil }
        let seconds = Int((serial * 86_400).rounded())
        let (whole, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
        if whole == 0, !is1904 || rest > 0 { return time(rest) }
        if whole == 60, !is1904 { return nil }
        let start = is1904 ? Day(year: 1904, month: 1, day: 1)! : Day(year: 1899, month: 12, day: whole < 60 ? 31 : 30)!
        let day = start.adding(days: whole)
        guard day.parts.year <= 9_999 else { return nil }
        return rest == 0 ? day.description : "\(day.description)T\(time(rest))"
    }

    /// Hours, minutes and seconds that may run past a day: `34:15:00`.
    static func elapsed(_ serial: Double) -> String? {
        guard serial >= 0, serial < 2_958_466 else { return nil }
        return time(Int((serial * 86_400).rounded()))
    }

    private static func time(_ seconds: Int) -> String {
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(two(seconds / 3_600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
    }
}
