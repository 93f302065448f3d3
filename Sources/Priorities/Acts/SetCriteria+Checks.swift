import Vocabulary

extension SetCriteria {
    /// - Parameter costWords: what a criterion must not be called, set apart by semicolons.
    static func check(_ criteria: [Criterion], costWords: String) throws(Refusal) {
        guard !criteria.isEmpty else {
            throw Refusal(
                .input, code: "no-criteria", "There are no criteria.", remedy: "Give at least one, with its scale.")
        }
        try checkNames(of: criteria)
        try checkTree(of: criteria)
        let words = Set(costWords.split(separator: ";").map(\.titleKey))
        for criterion in criteria {
            guard words.isDisjoint(with: [criterion.title.titleKey, criterion.id.description.titleKey]) else {
                throw Refusal(
                    .rule, code: "cost-criterion",
                    "The criterion “\(criterion.title)” is about cost, and cost is never also a criterion.",
                    remedy: "Leave it out: the envelope and the costs of the options count it already.")
            }
        }
    }

    private static func checkNames(of criteria: [Criterion]) throws(Refusal) {
        if let twice = twice(criteria.map(\.id)) {
            throw Refusal(
                .input, code: "criterion-twice", "Two criteria have the short name “\(twice)”.",
                remedy: "Give each criterion a short name of its own.")
        }
        for criterion in criteria { try refuseBlank(criterion.title, "The title of the criterion “\(criterion.id)”") }
        if let twice = twice(criteria.map(\.title.titleKey)),
            let title = criteria.last(where: { $0.title.titleKey == twice })?.title
        {
            throw Refusal(
                .input, code: "criterion-title-twice", "Two criteria are called “\(title)”.",
                remedy: "Give each a title of its own, so that nobody takes one for the other.")
        }
    }

    private static func checkTree(of criteria: [Criterion]) throws(Refusal) {
        let parents = Dictionary(uniqueKeysWithValues: criteria.map { ($0.id, $0.parent) })
        for criterion in criteria {
            if let parent = criterion.parent, parents[parent] == nil {
                throw Refusal(
                    .input, code: "unknown-parent",
                    "The criterion “\(criterion.id)” hangs on “\(parent)”, which is no criterion.",
                    remedy: "Add that criterion, or hang this one at the top.")
            }
            var path = [criterion.id]
            while let parent = parents[path[path.count - 1]] ?? nil {
                if let start = path.firstIndex(of: parent) {
                    let steps = (path[start...] + [parent]).map { "“\($0)”" }.joined(separator: " under ")
                    throw Refusal(
                        .input, code: "criteria-circle", "The criteria hang on one another in a circle: \(steps).",
                        remedy: "Hang one of them at the top.")
                }
                path.append(parent)
            }
        }
        for criterion in criteria {
            let children = criteria.filter { $0.parent == criterion.id }
            switch (children.isEmpty, criterion.scale == nil) {
            case (true, true):
                throw Refusal(
                    .input, code: "scale-missing", "The criterion “\(criterion.id)” has no scale.",
                    remedy: "Give it a unit and two anchors, or hang other criteria on it.")
            case (false, false):
                throw Refusal(
                    .input, code: "branch-with-scale",
                    "The criterion “\(criterion.id)” has a scale, and \(named(children.map(\.id))) hang on it.",
                    remedy: "Only criteria on which nothing hangs are scored: take its scale away.")
            case (false, true) where children.count == 1:
                throw Refusal(
                    .input, code: "single-child",
                    "Only “\(children[0].id)” hangs on the criterion “\(criterion.id)”.",
                    remedy: "Hang a second one on it, or put “\(children[0].id)” in its place.")
            default: continue
            }
        }
    }
}

extension Scale {
    func check(of criterion: Criterion) throws(Refusal) {
        func refused(_ words: String, _ remedy: String) -> Refusal {
            Refusal(
                .input, code: "anchors-invalid", "The scale of the criterion “\(criterion.id)” \(words).",
                remedy: remedy)
        }
        try refuseBlank(unit, "The unit of the criterion “\(criterion.id)”")
        guard let first = anchors.first, let last = anchors.last, anchors.count >= 2 else {
            throw refused(
                "has \(counted(anchors.count, "anchor", "anchors"))", "Give two or more: the worst and the best.")
        }
        guard anchors.allSatisfy({ $0.at.isFinite && $0.value.isFinite }) else {
            throw refused("has an anchor that is no number", "Give a number for each `at` and each `value`.")
        }
        let steps = Array(zip(anchors, anchors.dropFirst()))
        if let step = steps.first(where: { $0.at >= $1.at }) {
            throw refused(
                "has an anchor at \(number(step.1.at)) after the one at \(number(step.0.at))",
                "Give the anchors in rising order, each place once.")
        }
        guard Set([first.value, last.value]) == Set([Scale.worst, Scale.best]) else {
            throw refused(
                "goes from \(number(first.value)) to \(number(last.value))",
                "Its values go from 0 to 100, or from 100 to 0 where less is better.")
        }
        let isRising = first.value < last.value
        if let step = steps.first(where: { isRising ? $0.value > $1.value : $0.value < $1.value }) {
            throw refused(
                "turns back from \(number(step.0.value)) to \(number(step.1.value))",
                "Let the values rise all the way or fall all the way.")
        }
    }

    /// The ends of every scale of values, by which all criteria are made comparable.
    static let worst = 0.0
    static let best = 100.0
}

/// A number as people write it: without a decimal point where it is whole.
func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 0x1p53 ? "\(Int(value))" : "\(value)"
}
