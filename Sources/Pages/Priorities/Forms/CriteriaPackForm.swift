public import Markup
public import Priorities
import Vocabulary

/// A list of criteria that others drew up is taken as the beginning, varied, or left, and why.
public struct CriteriaPackForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var packs: [CriteriaPack]

    public init(_ filled: SentValues = SentValues(), packs: [CriteriaPack] = CriteriaPack.shipped) {
        self.filled = filled
        self.packs = packs
    }

    public var parts: [Form.Part] {
        [
            radios(
                "pack", "Which list?",
                packs.map { pack in
                    Choice(
                        pack.id.description, pack.title,
                        hint: "\(pack.criteria.map(\.title).joined(separator: ", ")). \(pack.source)"
                            + (pack.isVerified ? "" : " (nobody has read it at its source for Remit)"))
                }),
            radios(
                "use", "What do you make of it?",
                [
                    Choice(PackUse.Use.adopted.rawValue, "We use it as it is"),
                    Choice(
                        PackUse.Use.varied.rawValue, "We change it", hint: "Some are left out or added. Say why below."),
                    Choice(PackUse.Use.left.rawValue, "We use criteria of our own", hint: "Say why below."),
                ]),
            words("reason", "Why, if you change or leave it", hint: "“Geography is a rule of our money.”", rows: 3),
        ]
    }

    public func read(_ reader: inout FieldReader) -> PackUse? {
        let pack = reader.name("pack", missing: "Choose a list.")
        let use: PackUse.Use? = reader.choice("use", missing: "Choose what you make of it.")
        let reason = reader.words("reason")
        if let use, use != .adopted, reason == nil { reader.refuse("reason", "Say why: it is on the record.") }
        if let pack, !packs.contains(where: { $0.id == pack }) { reader.refuse("pack", "Choose a list.") }
        guard let pack, let use else { return nil }
        return PackUse(pack: pack, use: use, reason: reason)
    }

    public static func filled(with answer: PackUse) -> SentValues {
        var sent = SentValues(["pack": [answer.pack.description], "use": [answer.use.rawValue]])
        sent.fill("reason", answer.reason)
        return sent
    }

    /// The criteria that a round then has: those it had, with those of the list that it lacks. These are scored from 0 to
    /// 10 until somebody says otherwise.
    public static func criteria(adding use: PackUse, among packs: [CriteriaPack], to held: [Criterion]) -> [Criterion] {
        guard use.use != .left, let pack = packs.first(where: { $0.id == use.pack }) else { return held }
        return held
            + PackComparison(held, with: pack).missing.map { entry in
                Criterion(
                    id: entry.id, title: entry.title, meaning: entry.meaning,
                    scale: Priorities.Scale(
                        unit: "points",
                        anchors: [
                            .init(at: 0, value: 0, meaning: "changes nothing"),
                            .init(at: 10, value: 100, meaning: "the best that can be thought of"),
                        ]))
            }
    }
}
