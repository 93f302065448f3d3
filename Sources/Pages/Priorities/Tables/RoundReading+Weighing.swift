import Priorities
import Tabular
import Vocabulary

extension RoundReading {
    /// The criteria for reading, one row each; the files to take away have a row for each fixed point.
    func criteriaTable() -> Table {
        let whole = tables.criteria
        var table = Table(
            key: whole.key, caption: whole.caption,
            columns: [
                .init("criterion", "Criterion"), .init("under", "Under"), .init("meaning", "Meaning"),
                .init("unit", "Counted in"), .init("anchors", "What is worth how much, from 0 to 100"),
            ], notes: whole.notes)
        for criterion in round.criteria {
            let head: [Cell] = [
                .text(criterion.title), .text(criterion.parent.map { titleOfCriterion($0) } ?? "the top"),
                .text(criterion.meaning),
            ]
            guard let scale = criterion.scale else {
                table.append(head + [.absent("a branch"), .absent("sums what hangs on it")])
                continue
            }
            let anchors = scale.anchors.map { anchor in
                let meaning = anchor.meaning.isEmpty ? "" : " (\(anchor.meaning))"
                return "\(anchor.at.forReading)\(meaning): \(anchor.value.forReading)"
            }
            table.append(head + [.text(scale.unit), .text(anchors.joined(separator: "; "))])
        }
        return table
    }

    /// The panel's weights with how far they may move; nil without an answer.
    func weightsTable() -> Table? {
        guard let result else { return nil }
        let table = tables.weights(result)
        var left = Set(round.members.map(\.id.description))
        // Where it is known of no criterion, two columns would say nothing.
        let isUnknown = result.weights.allSatisfy { $0.sameFunded == nil }
        if isUnknown { left.formUnion(["sameFundedLow", "sameFundedHigh"]) }
        return table.selecting(table.columns.map(\.key).filter { !left.contains($0) })
    }

    /// Each member's weights and how they were asked; nil without an answer.
    func memberWeightsTable() -> Table? {
        guard let result, !result.weights.isEmpty else { return nil }
        var table = Table(
            key: "memberWeights", caption: "Weights by member",
            columns: [.init("member", "Member"), .init("method", "Asked by")]
                + result.weights.map { .init($0.criterion.description, titleOfCriterion($0.criterion)) })
        for member in round.members {
            guard let given = round.weights[member.id] else { continue }
            var methods: [String] = []
            for one in given where !methods.contains(one.method.words) { methods.append(one.method.words) }
            let cells = result.weights.map { weight -> Cell in
                let own = weight.members.first { $0.member == member.id }
                return .optional(own?.weight.asShare, else: "none")
            }
            table.append([.text(role(of: member.id)), .optional(inList(methods), else: "not known")] + cells)
        }
        return table
    }

    /// Members' scores of one option on the scales themselves.
    func scoresTable(of option: Priorities.Option) -> Table {
        let leaves = round.leaves
        var table = Table(
            key: "scores", caption: "Scores by member, on the scales themselves",
            columns: [.init("member", "Member")]
                + leaves.map { .init($0.id.description, "\($0.title), \($0.scale?.unit ?? "")") })
        for member in round.members {
            let isOut = round.excluded(member.id).contains(option.id)
            let own = round.scores[member.id] ?? []
            let cells = leaves.map { leaf -> Cell in
                if isOut { return .absent("left out") }
                let score = own.first { $0.option == option.id && $0.criterion == leaf.id }
                return score.map { .number($0.value, places: $0.value == $0.value.rounded() ? 0 : 1) }
                    ?? .absent("none")
            }
            table.append([.text(role(of: member.id))] + cells)
        }
        if let standing = standing(of: option.id), let result {
            let means = leaves.map { leaf -> Cell in
                guard let place = result.weights.firstIndex(where: { $0.criterion == leaf.id }),
                    standing.scores.indices.contains(place)
                else { return .absent("none") }
                return .number(standing.scores[place], places: 0)
            }
            table.append([.text("Worth, 0 to 100 (mean of those who may score)")] + means)
        }
        return table
    }

    /// What leaving members out did to the answer; nil without an answer.
    func exclusionsTable() -> Table? { result.map { shown(tables.exclusions($0)) } }

    /// `“A” instead of “B”`.
    func change(added: [Slug]?, dropped: [Slug]?) -> String {
        guard let added, let dropped else { return "not known: no solver was installed" }
        switch (added.isEmpty, dropped.isEmpty) {
        case (true, true): return "the same options"
        case (false, true): return "also \(quoted(added))"
        case (true, false): return "without \(quoted(dropped))"
        case (false, false): return "\(quoted(added)) instead of \(quoted(dropped))"
        }
    }
}
