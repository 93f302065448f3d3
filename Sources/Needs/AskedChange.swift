import Tabular
public import Vocabulary

/// A change of sites as somebody asks for it: sites by their codes and places by their names, not yet looked for.
public enum AskedChange: Hashable, Sendable {
    case close(String)
    /// It has so much supply afterwards.
    case capacity(String, Double)
    /// A place is a small area's code or name, or latitude and longitude with a comma between.
    case move(String, to: String)
    case add(String, supply: Double, at: String)

    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case close, capacity, move, add
    }

    /// As the command line has it: `SITE`, `SITE=SUPPLY`, `SITE=PLACE` or `SITE=SUPPLY@PLACE`.
    ///
    /// - Throws: `Refusal` of kind `usage`, code `unreadable-change`.
    public init(_ kind: Kind, _ text: String) throws(Refusal) {
        switch kind {
        case .close: self = .close(try AskedChange.named(text, in: text))
        case .capacity:
            let (site, supply) = try AskedChange.parts(text, at: "=", of: text)
            self = .capacity(site, try AskedChange.number(supply, in: text))
        case .move:
            let (site, place) = try AskedChange.parts(text, at: "=", of: text)
            self = .move(site, to: try AskedChange.named(place, in: text))
        case .add:
            let (site, rest) = try AskedChange.parts(text, at: "=", of: text)
            let (supply, place) = try AskedChange.parts(rest, at: "@", of: text)
            self = .add(
                site, supply: try AskedChange.number(supply, in: text), at: try AskedChange.named(place, in: text))
        }
    }

    /// Several in one text, as an address has them: `close:1141890001;add:new=20000@E01019700`.
    ///
    /// - Throws: as `init`; also where a kind is none.
    public static func list(_ text: String) throws(Refusal) -> [AskedChange] {
        var changes: [AskedChange] = []
        for part in text.split(separator: ";") where part.contains(where: { $0 != " " }) {
            let halves = part.split(separator: ":", maxSplits: 1)
            guard halves.count == 2, let kind = Kind(rawValue: TrimmedText.trim(String(halves[0]))) else {
                throw Refusal(
                    .usage, code: "unreadable-change", "“\(String(part).printable)” is no change of sites.",
                    remedy: "Write close:SITE, capacity:SITE=SUPPLY, move:SITE=PLACE or add:SITE=SUPPLY@PLACE.")
            }
            changes.append(try AskedChange(kind, String(halves[1])))
        }
        return changes
    }

    /// What `list` reads.
    public static func text(of changes: [AskedChange]) -> String { changes.map(\.text).joined(separator: ";") }

    public var kind: Kind {
        switch self {
        case .close: .close
        case .capacity: .capacity
        case .move: .move
        case .add: .add
        }
    }

    private var text: String {
        switch self {
        case .close(let site): "close:\(site)"
        case .capacity(let site, let supply): "capacity:\(site)=\(PlainNumber.text(supply))"
        case .move(let site, let place): "move:\(site)=\(place)"
        case .add(let site, let supply, let place): "add:\(site)=\(PlainNumber.text(supply))@\(place)"
        }
    }

    /// `1141890001 closes`.
    public var inWords: String {
        switch self {
        case .close(let site): "\(site) closes"
        case .capacity(let site, let supply): "\(site) supplies \(PlainNumber.grouped(supply))"
        case .move(let site, let place): "\(site) moves to \(place)"
        case .add(let site, let supply, let place): "\(site) comes to \(place) with \(PlainNumber.grouped(supply))"
        }
    }

    private static func parts(
        _ text: String, at mark: Character, of whole: String
    ) throws(Refusal) -> (String, String) {
        guard let place = text.firstIndex(of: mark) else {
            throw unreadable("“\(whole.printable)” has no “\(mark)” after a name.")
        }
        return (try named(String(text[..<place]), in: whole), String(text[text.index(after: place)...]))
    }

    /// A name or place, which may not hold what stands between the parts of a change.
    private static func named(_ text: String, in whole: String) throws(Refusal) -> String {
        let name = TrimmedText.trim(text)
        guard !name.isEmpty else { throw unreadable("“\(whole.printable)” lacks a name or a place.") }
        if let mark = name.first(where: { ";=@".contains($0) }) {
            throw unreadable("“\(name.printable)” holds “\(mark)”, which stands between the parts of a change.")
        }
        return name
    }

    private static func number(_ text: String, in whole: String) throws(Refusal) -> Double {
        guard let number = Double(TrimmedText.trim(text).filter { $0 != "," }), number.isFinite else {
            throw unreadable("“\(TrimmedText.trim(text).printable)” in “\(whole.printable)” is not a number.")
        }
        return number
    }

    private static func unreadable(_ sentence: String) -> Refusal {
        Refusal(
            .usage, code: "unreadable-change", sentence,
            remedy: "A site closes: SITE; has another supply: SITE=SUPPLY; moves: SITE=PLACE; comes: SITE=SUPPLY@PLACE."
        )
    }
}
