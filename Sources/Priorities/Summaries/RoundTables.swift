public import Tabular
import Vocabulary

/// The tables of a round: what was put in, said and decided; those of its result stand in an extension.
public struct RoundTables: Sendable {
    public let round: Round

    public init(_ round: Round) {
        self.round = round
    }

    func title(_ option: Slug) -> String { round.option(option)?.title ?? option.description }
    func titles(_ options: [Slug]) -> String { options.map { title($0) }.joined(separator: "; ") }
    func criterionTitle(_ criterion: Slug?) -> String {
        criterion.flatMap { round.criterion($0)?.title } ?? "the top"
    }

    /// `m3, dentist`.
    func member(_ id: Slug) -> String { round.member(id).map { "\(id), \($0.role)" } ?? id.description }

    func optionCell(_ option: Slug) -> Cell { .link(title(option), path: "/rounds/\(round.id)/options/\(option)") }

    // MARK: - What was put in

    public var criteria: Table {
        var table = Table(
            key: "criteria", caption: "Criteria and their fixed points",
            columns: [
                .init("criterion", "Criterion"), .init("under", "Under"), .init("meaning", "Meaning"),
                .init("unit", "Counted in"), .init("at", "At"), .init("value", "Is worth (0 to 100)"),
                .init("anchor", "What that means"),
            ],
            notes: [
                round.benefit == .perPerson
                    ? "Scores are for one person; they count times the people who benefit and the chance that it works."
                    : "Scores are for the whole option."
            ])
        for criterion in round.criteria {
            let head: [Cell] = [
                .text(criterion.title), .text(criterionTitle(criterion.parent)), .text(criterion.meaning),
            ]
            guard let scale = criterion.scale else {
                table.append(head + [.absent("a branch"), .absent(""), .absent(""), .absent("")])
                continue
            }
            for anchor in scale.anchors {
                table.append(
                    head + [
                        .text(scale.unit), .exact(anchor.at), .exact(anchor.value),
                        .text(anchor.meaning),
                    ])
            }
        }
        return table
    }

    public var members: Table {
        var table = Table(
            key: "members", caption: "Who is on the panel",
            columns: [
                .init("member", "Member"), .init("role", "Role"), .init("kind", "Kind"), .init("isChair", "Chair"),
                .init("hasWeighed", "Gave weights"), .init("scores", "Scores given"), .init("leftOutOf", "Left out of"),
            ], notes: ["Members are known by short name and role; their own names are kept apart."])
        for member in round.members {
            let left = round.excluded(member.id)
            table.append([
                .text(member.id.description), .text(member.role), .text(member.kind.words), .flag(member.isChair),
                .flag(round.weights[member.id]?.isEmpty == false), .count(round.scores[member.id]?.count ?? 0),
                left.isEmpty
                    ? .absent("nothing") : .text(titles(round.options.map(\.id).filter { left.contains($0) })),
            ])
        }
        return table
    }

    public var interests: Table {
        var table = Table(
            key: "interests", caption: "Interests, and what was decided about them",
            columns: [
                .init("member", "Member"), .init("kind", "Kind"), .init("nature", "What it is"),
                .init("options", "Options"), .init("sharedClass", "Shared by"), .init("outcome", "Outcome"),
                .init("reason", "The chair’s reason"),
            ])
        for interest in round.interests {
            let ruling = round.rulings.last { $0.interest == interest.id }
            let outcome =
                ruling.map { $0.isExcluded ? "left out" : "stays" }
                ?? (interest.sharedClass == nil ? "left out" : "to be decided by the chair")
            let options = ruling.flatMap { $0.options.isEmpty ? nil : $0.options } ?? interest.options
            table.append([
                .text(member(interest.member)), .text(interest.kind.words), .text(interest.nature),
                options.isEmpty ? .absent("none named") : .text(titles(options)),
                .optional(interest.sharedClass?.description, else: "nobody else"), .text(outcome),
                .optional(ruling?.reason, else: "none needed"),
            ])
        }
        return table
    }

    public var evidence: Table {
        var table = Table(
            key: "evidence", caption: "What the options rest on",
            columns: [
                .init("option", "Option"), .init("claim", "Claim"), .init("rung", "Kind of evidence"),
                .init("citation", "Where it can be read"), .init("digest", "Digest"),
            ])
        for option in round.options {
            for evidence in option.evidence {
                table.append([
                    optionCell(option.id), .text(evidence.claim), .text(evidence.rung.words),
                    .text(evidence.citation), .optional(evidence.digest?.short, else: "not held"),
                ])
            }
            if option.evidence.isEmpty {
                table.append([
                    optionCell(option.id), .absent("no evidence was given"), .absent(""), .absent(""), .absent(""),
                ])
            }
        }
        return table
    }

    /// Advice that was asked for, and pressure from outside, in the order of days.
    public var advice: Table {
        var table = Table(
            key: "advice", caption: "Advice and pressure",
            columns: [
                .init("day", "Day"), .init("option", "Option"), .init("kind", "Kind"), .init("who", "Who"),
                .init("said", "What was said or asked"), .init("interest", "Their interest"),
                .init("answer", "What became of it"),
            ])
        var rows: [(day: Day, cells: [Cell])] = []
        for advice in round.advice {
            rows.append(
                (
                    advice.day,
                    [
                        .day(advice.day), optionCell(advice.option), .text("advice"), .text(advice.adviser),
                        .text(advice.advised), .text(advice.interest),
                        .text("\(advice.isFollowed ? "Followed" : "Not followed"): \(advice.reason)"),
                    ]
                ))
        }
        for pressure in round.representations {
            rows.append(
                (
                    pressure.day,
                    [
                        .day(pressure.day), optionCell(pressure.option), .text(pressure.from.words),
                        .text(pressure.who),
                        .text(pressure.asked), .absent("not asked"), .optional(pressure.answer, else: "not answered"),
                    ]
                ))
        }
        for place in rows.indices.sorted(by: { (rows[$0].day, $0) < (rows[$1].day, $1) }) {
            table.append(rows[place].cells)
        }
        return table
    }

    public var setAside: Table {
        var table = Table(
            key: "setAside", caption: "What was set aside",
            columns: [
                .init("at", "When"), .init("stage", "Stage"), .init("what", "What no longer counts"),
                .init("reason", "Why"),
            ])
        for entry in round.setAside {
            table.append([
                .day(entry.at.day), .text(entry.stage.rawValue), .text(entry.what), .text(entry.reason),
            ])
        }
        return table
    }

    // MARK: - What was decided

    /// Empty while there is no closed ballot.
    public var ballot: Table {
        var table = Table(
            key: "votes", caption: "How the secret ballot fell",
            columns: [
                .init("option", "Option"), .init("fund", "Fund"), .init("doNotFund", "Do not fund"),
                .init("deferred", "Defer"), .init("abstained", "Abstained"),
                .init("leftOut", "Left out for an interest"),
            ], notes: ["Who voted is recorded; how anybody voted is not."])
        for row in round.ballot.flatMap({ BallotTally($0) })?.rows ?? [] {
            table.append([
                optionCell(row.option), .count(row.fund), .count(row.doNotFund), .count(row.deferred),
                .count(row.abstained), .count(row.leftOut),
            ])
        }
        return table
    }

    public var decision: Table {
        var table = Table(
            key: "outcomes", caption: "What was decided",
            columns: [
                .init("option", "Option"), .init("outcome", "Outcome"), .init("reason", "Reason"),
                .init("fullYearPence", "A full year costs"),
            ],
            notes: round.decision.map { ["Decided on \($0.decidedOn.inWords) by \($0.body)."] } ?? ["Not decided yet."])
        for outcome in round.decision?.outcomes ?? [] {
            table.append([
                optionCell(outcome.option), .optional(round.decidedWords(on: outcome.option), else: ""),
                .text(outcome.reason),
                .optional(round.option(outcome.option)?.fullYear, else: "withdrawn"),
            ])
        }
        return table
    }
}
