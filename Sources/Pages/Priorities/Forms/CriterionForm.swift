public import Markup
public import Priorities
import Vocabulary

/// One criterion by which options are judged, with the scale on which it is scored.
public struct CriterionForm: AskedForm {
    public struct Answer: Hashable, Sendable {
        public var criterion: Criterion

        public init(_ criterion: Criterion) {
            self.criterion = criterion
        }
    }

    /// How many fixed points a scale may have here.
    public static let anchors = 5

    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    /// Criteria on which others hang, under which it may stand.
    public var branches: [Choice]
    /// True for one that has criteria under it, and so no scale.
    public var isBranch: Bool

    public init(_ filled: SentValues = SentValues(), branches: [Choice] = [], isBranch: Bool = false) {
        self.filled = filled
        self.branches = branches
        self.isBranch = isBranch
    }

    public var kept: [Form.Kept] { isBranch ? [Form.Kept("branch", "yes")] : [] }

    public var parts: [Form.Part] {
        let what = [
            line(
                "title", "Name",
                hint: "For example, health gained. Cost is never a criterion: the money counts it already."
            ),
            line("id", "Short name", hint: "Small letters, digits and hyphens: health."),
            words(
                "meaning", "What is meant by it?",
                hint: "So that two members mean the same: “Pain, infection and decay prevented.”",
                rows: 3),
        ]
        let under = branches.isEmpty ? [] : [menu("parent", "Stands under", branches, none: "Nothing: it stands alone")]
        return what + under + (isBranch ? [] : scale)
    }

    private var scale: [Form.Part] {
        [
            line(
                "unit", "What do the figures count?",
                hint: "points, people, weeks: what members will write when they score."),
            .fieldset(
                legend: "What do figures mean?",
                hint: """
                    Two points at least, from the lowest figure to the highest; leave the others empty. Worth 0: changes \
                    nothing, in words “Nothing that could be measured”. Worth 100: the best that you can think of. \
                    Where less is better, the worth falls from 100 to 0.
                    """,
                (0..<CriterionForm.anchors).map { place in
                    .fieldset(
                        legend: "Point \(place + 1)",
                        [
                            field("at-\(place)", "Figure", .number(value: filled.text("at-\(place)"))),
                            field("value-\(place)", "Worth, 0 to 100", .number(value: filled.text("value-\(place)"))),
                            line(
                                "says-\(place)", "In words",
                                hint: nil),
                        ])
                }),
            radios(
                "outside", "A score beyond these figures",
                [
                    Choice(Priorities.Scale.Outside.refused.rawValue, "Is refused", hint: "The usual way."),
                    Choice(Priorities.Scale.Outside.cut.rawValue, "Counts as the end that it passes"),
                    Choice(Priorities.Scale.Outside.extended.rawValue, "Counts for more, on the same line"),
                ]),
        ]
    }

    public func read(_ reader: inout FieldReader) -> Answer? {
        let title = reader.line("title", missing: "Enter its name.")
        let id = reader.slug("id", missing: "Enter a short name, such as health.")
        let meaning = reader.words("meaning", missing: "Say what is meant by it.")
        let parent = reader.name("parent")
        if let parent, !branches.contains(where: { $0.value == parent.description }) {
            reader.refuse("parent", "Choose one of the list.")
        }
        let scale = isBranch ? nil : readScale(&reader)
        guard let title, let id, let meaning, isBranch || scale != nil else { return nil }
        return Answer(Criterion(id: id, title: title, meaning: meaning, parent: parent, scale: scale))
    }

    private func readScale(_ reader: inout FieldReader) -> Priorities.Scale? {
        let unit = reader.line("unit", missing: "Enter what the figures count, such as points.")
        var anchors: [Priorities.Scale.Anchor] = []
        for place in 0..<CriterionForm.anchors {
            let at = reader.number("at-\(place)")
            let value = reader.number("value-\(place)")
            let says = reader.line("says-\(place)")
            if at == nil, value == nil, says == nil, place >= 2 { continue }
            if at == nil { reader.refuse("at-\(place)", "Enter the figure of point \(place + 1).") }
            if value == nil { reader.refuse("value-\(place)", "Enter what point \(place + 1) is worth, 0 to 100.") }
            if says == nil { reader.refuse("says-\(place)", "Say in words what point \(place + 1) means.") }
            if let at, let value, let says { anchors.append(.init(at: at, value: value, meaning: says)) }
        }
        let outside: Priorities.Scale.Outside? = reader.choice(
            "outside", missing: "Choose what becomes of a score beyond them.")
        guard let unit, let outside, anchors.count >= 2 else { return nil }
        return Priorities.Scale(unit: unit, anchors: anchors, outside: outside)
    }

    public static func filled(with answer: Answer) -> SentValues {
        let criterion = answer.criterion
        var sent = SentValues([
            "title": [criterion.title], "id": [criterion.id.description], "meaning": [criterion.meaning],
        ])
        sent.fill("parent", criterion.parent?.description)
        guard let scale = criterion.scale else { return sent }
        sent["unit"] = scale.unit
        sent["outside"] = scale.outside.rawValue
        for (place, anchor) in scale.anchors.enumerated() {
            sent["at-\(place)"] = TypedNumber.written(anchor.at)
            sent["value-\(place)"] = TypedNumber.written(anchor.value)
            sent["says-\(place)"] = anchor.meaning
        }
        return sent
    }

    public static func field(ofRefusal code: String) -> String? {
        switch code {
        case "criterion-twice": "id"
        case "cost-criterion", "criterion-title-twice": "title"
        case "anchors-invalid": "at-0"
        case "single-child", "unknown-parent", "criteria-circle": "parent"
        default: nil
        }
    }

    /// A new one, as most begin: ten points.
    public static let blank = SentValues([
        "unit": ["points"], "at-0": ["0"], "value-0": ["0"], "at-1": ["10"], "value-1": ["100"], "outside": ["refused"],
    ])
}
