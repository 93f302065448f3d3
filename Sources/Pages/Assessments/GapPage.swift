public import Assessments
public import Markup
import Vocabulary

/// One reported gap with what became of it, for whoever reported it and for whoever answers.
public struct GapPage: Page {
    public let assessment: NeedsAssessment
    public let held: GapHeld
    public let isKeeper: Bool

    public init(_ assessment: NeedsAssessment, gap: GapHeld, isKeeper: Bool) {
        self.assessment = assessment
        held = gap
        self.isKeeper = isKeeper
    }

    public var heading: String { "Gap: \(held.gap.place)" }
    public var route: Route? { .assessment(.oneGap(assessment.id, gap: held.gap.id)) }
    public var trail: [(name: String, route: Route)] {
        [("Needs assessments", .assessment(.all)), (assessment.title, .assessment(.one(assessment.id)))]
    }
    public var isOfAPosition: Bool { false }
    public var origin: String { "a gap in care as it was reported" }
    public var subtitle: Html { .paragraph(.name(held.gap.what), class: "subtitle") }

    public func content(in shell: Shell) -> [Html] {
        let gap = held.gap
        let standing = assessment.standing(gap.id) ?? held
        var rows: [Html.SummaryRow] = [
            .init("Reported by", .name(gap.from)),
            .init("Reported on", .text(held.reportedAt.inLondon.day.inWords)), .init("State", .text(held.state.title)),
        ]
        if let theme = held.theme { rows.append(.init("Theme", .name(theme))) }
        if let merged = held.merged {
            rows.append(
                .init(
                    "Merged into",
                    .group([
                        .link(
                            .name(standing.gap.what),
                            to: shell.destination(.assessment(.oneGap(assessment.id, gap: standing.gap.id)))),
                        .name(": \(merged.reason)"),
                    ])))
        }
        if let triage = standing.triage {
            rows.append(.init("Found to be", .name("\(triage.outcome.title): \(triage.reason)")))
        }
        rows.append(
            .init(
                "Answer",
                .name(
                    standing.answer.map { "\($0.text) (\($0.on.inWords))" }
                        ?? "Not answered yet. It will stand here.")))
        return [.summaryList(rows), .ways(ways, label: "What can be done", in: shell)]
    }

    private var ways: [(words: String, route: Route)] {
        guard isKeeper, held.merged == nil, held.answer == nil else { return [] }
        let (id, gap) = (assessment.id, held.gap.id)
        var ways: [(words: String, route: Route)] = [
            (held.triage == nil ? "Say what it is" : "Say anew what it is", .assessment(.triage(id, gap: gap)))
        ]
        if held.triage != nil { ways.append(("Answer it", .assessment(.answer(id, gap: gap)))) }
        ways.append(("Merge it with another", .assessment(.merge(id, gap: gap))))
        return ways
    }
}
