public import Tabular
public import Vocabulary

/// The answer to “who decides, and whom do I approach?” in sentences and as a table.
public struct RightsSentences: Sendable {
    public var names: PartyNames

    public init(names: PartyNames) {
        self.names = names
    }

    /// Who decides, up to how much, whom to approach, what is kept back, and what is not known.
    public func sentences(of found: WhoDecides.Found, on day: Day) -> [String] {
        let right = found.right
        var sentences = [who(found)]
        if right.holders.sorted() != found.holdersNow, !right.holders.isEmpty {
            sentences.append(
                "It was recorded for \(names.names(right.holders)); on \(day.inWords) its place was taken by "
                    + "\(names.names(found.holdersNow)).")
        }
        if found.coversAmount == false, let limit = found.chain.upTo {
            let above = found.chain.rights.first { $0.upTo.map { $0 > limit } ?? true }
            sentences.append(
                "The amount is above the limit of \(limit.inFewestDigits)"
                    + (above.map { ": that is for \(names.names($0.holders)) (\($0.id))." } ?? "."))
        }
        if let approach = right.approach {
            sentences.append("Approach: \(approach)\(right.address.map { ", \($0)" } ?? "").")
        } else if let address = right.address {
            sentences.append("Approach: \(address).")
        }
        if !right.retained.isEmpty {
            sentences.append("Kept back by whoever passed it on: \(listed(right.retained)).")
        }
        if !right.conditions.isEmpty {
            sentences.append("On condition: \(listed(right.conditions)).")
        }
        for asked in found.questions {
            sentences.append(
                "\(asked.isOverdue(on: day) ? "Overdue" : "Open") question: \(asked.question) It lies with "
                    + "\(names.name(person: asked.owner)), due \(asked.due.inWords).")
        }
        sentences.append(end(of: found.chain))
        sentences.append("\(right.instrument.map { "By \($0.name): " } ?? "")\(right.citation).")
        return sentences
    }

    private func who(_ found: WhoDecides.Found) -> String {
        let right = found.right
        guard right.standing == .settled else {
            let holder = found.holdersNow.isEmpty ? "" : "; \(names.names(found.holdersNow)) is named"
            return "Who decides “\(right.title)” is \(right.standing.rawValue)\(holder)."
        }
        let committee =
            found.committeesNow.isEmpty
            ? ""
            : ", by its \(listed(found.committeesNow.map { names.name(committee: $0) })),"
        let limit = right.upTo.map { ", up to \($0.inFewestDigits) for one decision" } ?? ""
        let verb =
            right.extent == .greaterInvolvement
            ? "is heard on" : found.holdersNow.count == 1 ? "decides" : "decide together"
        return "\(names.names(found.holdersNow))\(committee) \(verb) “\(right.title)”\(limit)."
    }

    /// Where a chain of delegation ends.
    public func end(of chain: TraceDelegation.Chain) -> String {
        let path = chain.rights.map { names.names($0.holders) }.filter { !$0.isEmpty }
        var steps: [String] = []
        for step in path where steps.last != step { steps.append(step) }
        let way = steps.count > 1 ? "It comes to \(steps.joined(separator: " from "))" : "It is held in its own right"
        switch chain.end {
        case .statutoryHolder:
            return steps.count > 1
                ? "\(way), which holds it by statute." : "It is held in its own right, and by statute."
        case .otherHolder:
            let holder = chain.statutoryHolder.map { names.name($0) } ?? "another body"
            return "\(way); by statute it is held by \(holder), to which the chain does not lead."
        case .notSaid: return "\(way); who holds it by statute has not been said."
        case .broken:
            return "\(way), and then from “\(chain.missing?.description ?? "")”, which does not stand that day."
        case .circle: return "It comes from itself: the record is at fault."
        }
    }

    /// What a search finds, the likeliest first.
    public func table(_ answer: WhoDecides.Answer) -> Table {
        var table = Table(
            key: "found", caption: "Who decides “\(answer.question.text)” on \(answer.question.day.inWords)",
            columns: [
                .init("title", "Right"), .init("level", "Level"), .init("standing", "Standing"),
                .init("holder", "Holder"), .init("committee", "Committee"), .init("approach", "Whom to approach"),
                .init("upToPence", "Up to"), .init("covers", "Covers the amount"), .init("questions", "Open questions"),
                .init("citation", "Says so"), .init("right", "Short name"),
            ])
        for found in answer.found {
            let right = found.right
            table.append([
                .text(right.title), .text(right.level.rawValue), .text(right.standing.rawValue),
                found.holdersNow.isEmpty ? .absent("not known") : .text(names.names(found.holdersNow)),
                found.committeesNow.isEmpty
                    ? .absent("not said")
                    : .text(listed(found.committeesNow.map { names.name(committee: $0) })),
                .optional(right.approach ?? right.address, else: "not said"),
                .optional(found.chain.upTo, else: "no limit"),
                found.coversAmount.map { .flag($0) } ?? .absent("not asked"), .count(found.questions.count),
                .text(right.citation), .text(right.id.description),
            ])
        }
        if answer.found.isEmpty { table.notes.append("No right that stands on that day has any of these words.") }
        table.notes += answer.openQuestions.map { "Open question about “\($0.matter)”: \($0.question)" }
        return table
    }
}

extension Money {
    /// Without pence where there are none: `£250,000`, `£1,234.50`.
    fileprivate var inFewestDigits: String { pence % 100 == 0 ? inPounds : description }
}
