import Markup
public import Vocabulary

/// Fields filled in from values that are held: what is nil is left empty.
extension SentValues {
    /// A form of which only the day is filled in, in the field `on`.
    public init(on day: Day) {
        self.init()
        fill("on", day)
    }

    mutating func fill(_ name: String, _ value: String?) {
        if let value { self[name] = value }
    }

    mutating func fill(_ name: String, all chosen: [String]) {
        if !chosen.isEmpty { set(name, to: chosen) }
    }

    mutating func fill(_ name: String, _ day: Day?) {
        guard let day else { return }
        let parts = day.description.split(separator: "-")
        func short(_ part: Substring) -> String { String(part.drop { $0 == "0" }) }
        set(name, to: DayTyped(day: short(parts[2]), month: short(parts[1]), year: String(parts[0])))
    }

    mutating func fill(_ name: String, _ amount: Money?) {
        if let amount { self[name] = TypedNumber.written(amount) }
    }
}
