import Markup
public import Vocabulary

/// What is wrong with a form that was sent: a sentence for each field, by name.
public struct FieldErrors: Error, Hashable, Sendable {
    public var sentences: [String: String]

    public init(_ sentences: [String: String]) {
        self.sentences = sentences
    }
}

/// Reads the fields of a form one by one and gathers what is wrong with them, so that all of it is said at once.
public struct FieldReader {
    public let sent: SentValues
    public private(set) var errors: [String: String] = [:]

    public init(_ sent: SentValues) {
        self.sent = sent
    }

    /// - Throws: what is wrong, where anything is.
    public func done() throws(FieldErrors) {
        guard errors.isEmpty else { throw FieldErrors(errors) }
    }

    /// The first that is said of a field stays.
    public mutating func refuse(_ field: String, _ sentence: String) {
        if errors[field] == nil { errors[field] = sentence }
    }

    /// - Parameter missing: said where the field is blank; nil where it may be.
    public mutating func text(_ field: String, missing: String? = nil) -> String {
        let text = sent.text(field)
        if let hidden = text.unicodeScalars.first(where: \.isHiddenInText) {
            let number = String(hidden.value, radix: 16, uppercase: true)
            refuse(
                field,
                "Take the invisible character U+\(String(repeating: "0", count: max(0, 4 - number.count)))\(number) "
                    + "out; it often comes along when text is copied.")
        } else if let missing, text.isEmpty {
            refuse(field, missing)
        }
        return text
    }

    public mutating func slug(_ field: String, missing: String) -> Slug? {
        let text = text(field, missing: missing)
        guard !text.isEmpty else { return nil }
        if let slug = Slug(text) { return slug }
        refuse(field, "A short name is of small letters, digits and single hyphens, 60 at most, such as care-homes.")
        return nil
    }

    /// - Returns: nil where the field is blank or wrong.
    public mutating func number(_ field: String, missing: String? = nil) -> Double? {
        let text = text(field, missing: missing)
        guard !text.isEmpty else { return nil }
        if let number = TypedNumber.read(text) { return number }
        refuse(
            field,
            text.contains("%")
                ? "“\(text)” is a percentage; enter a number on the scale."
                : "“\(text)” is no number; enter one such as 7 or 7.5.")
        return nil
    }

    /// A number with two decimals at most, in hundredths.
    ///
    /// - Parameters:
    ///   - range: of the hundredths.
    ///   - sentence: said where it has more decimals, or lies beyond.
    /// - Returns: nil where the field is blank or wrong.
    public mutating func hundredths(_ field: String, in range: ClosedRange<Double>, else sentence: String) -> Int? {
        guard let number = number(field) else { return nil }
        let hundredths = (number * 100).rounded()
        if range.contains(hundredths), abs(hundredths / 100 - number) < 1e-9 { return Int(hundredths) }
        refuse(field, sentence)
        return nil
    }

    public mutating func count(_ field: String, missing: String? = nil) -> Int? {
        guard let number = number(field, missing: missing) else { return nil }
        if number == number.rounded(), abs(number) < 1e15 { return Int(number) }
        refuse(field, "“\(sent.text(field))” is no whole number.")
        return nil
    }

    /// Pounds, with or without the sign.
    public mutating func money(_ field: String, missing: String? = nil) -> Money? {
        let text = text(field, missing: missing)
        guard !text.isEmpty else { return nil }
        if let money = TypedNumber.money(text) { return money }
        refuse(field, "“\(text)” is no amount of money; enter pounds such as 120,000 or 1250.50.")
        return nil
    }

    public mutating func day(_ field: String, missing: String? = nil) -> Day? {
        let typed = sent.day(field)
        guard !(typed.day + typed.month + typed.year).isEmpty else {
            if let missing { refuse(field, missing) }
            return nil
        }
        if typed.year.count == 4, let year = Int(typed.year), let month = Int(typed.month), let number = Int(typed.day),
            let day = Day(year: year, month: month, day: number)
        {
            return day
        }
        refuse(field, "Enter a day that there is, such as 31 3 2027.")
        return nil
    }

    public mutating func year(_ field: String, missing: String? = nil) -> FinancialYear? {
        let text = text(field, missing: missing)
        guard !text.isEmpty else { return nil }
        if let year = FinancialYear(text) { return year }
        refuse(field, "“\(text)” is no financial year; enter one such as 2026/27.")
        return nil
    }

    /// - Parameter missing: what to do where nothing was chosen; nil where nothing need be.
    public mutating func choice<Value: RawRepresentable>(
        _ field: String, as type: Value.Type = Value.self, missing: String? = nil
    ) -> Value? where Value.RawValue == String {
        let text = sent.text(field)
        if text.isEmpty, missing == nil { return nil }
        if let value = Value(rawValue: text) { return value }
        refuse(field, missing ?? "Choose one of the answers.")
        return nil
    }

    /// The boxes that were ticked, each one of those that there are.
    public mutating func ticked(_ field: String, among known: [Slug], missing: String? = nil) -> [Slug] {
        let ticked = Set(sent.all(field))
        if ticked.isEmpty, let missing { refuse(field, missing) }
        let found = known.filter { ticked.contains($0.description) }
        if found.count != ticked.count { refuse(field, "Something was ticked that is not there any more. Look again.") }
        return found
    }
}

extension Unicode.Scalar {
    /// Controls other than ends of lines and tabs, and marks that turn the direction of writing round.
    fileprivate var isHiddenInText: Bool {
        switch value {
        case 0x09, 0x0A, 0x0D: false
        case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
