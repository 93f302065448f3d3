public import Markup
public import Priorities
import Tabular
public import Vocabulary

/// One option: what it is, what it costs, what is known of it, how it stands and what would have to change.
public struct RoundOptionPage: Page {
    public var reading: RoundReading
    public var option: Priorities.Option
    /// Where documents that it cites by their digests are read.
    public var cited: [EvidenceID: Route] = [:]

    /// - Parameter option: one of the round's.
    public init(_ reading: RoundReading, option: Priorities.Option) {
        self.reading = reading
        self.option = option
    }

    public var heading: String { option.title }
    public var route: Route? { .roundOption(reading.round.id, option: option.id) }
    public var trail: [(name: String, route: Route)] {
        [("Rounds", .rounds), (reading.round.title, .round(reading.round.id))]
    }
    public var isOfAPosition: Bool { false }
    public var origin: String { "an option of a priority round" }

    public var subtitle: Html {
        let year =
            option.fullYear < .zero
            ? "frees \((-option.fullYear).inPounds) in a full year" : "\(option.fullYear.inPounds) in a full year"
        return .paragraph(.text("\(option.kind.title) · \(year)"), class: "subtitle")
    }

    public func content(in shell: Shell) -> [Html] {
        [
            headline, RoundMenu(reading.round.id).html(here: route, in: shell),
            option.summary.isEmpty ? .none : .paragraph(.text(option.summary), class: "lede"),
            Fact.list(facts, in: shell), warned(in: shell),
            .section(heading: 2, "What it costs", id: "its-costs", [costs(in: shell)]),
            .section(heading: 2, "What is known of it", id: "its-evidence", [evidence(in: shell)]),
            part(
                "Advice and pressure", id: "its-advice", reading.adviceTable(of: option.id), in: shell),
            scores(in: shell), assessments(in: shell),
        ]
    }

    private var headline: Html {
        var sentences: [String] = []
        if let outcome = reading.outcome(of: option.id) {
            let stop = outcome.reason.hasSuffix(".") ? "" : "."
            sentences += [
                "\(option.kind.decided(outcome.outcome)).", "The reason given: \(outcome.reason)\(stop)",
            ]
        }
        if let standing = reading.standing(of: option.id) {
            sentences.append(
                "Recommended: \(option.kind.recommendation(isFunded: standing.isFunded).lowercasedFirst).")
            sentences += reading.sentences(of: option.id)
        } else {
            sentences.append("There is no answer on it yet.")
        }
        let first = Html.paragraph(.sentence(sentences[0]), class: "headline")
        return .block(
            [first] + sentences.dropFirst().map { .paragraph(.sentence($0), class: "headline-second") },
            class: "headlines")
    }

    private var facts: [Fact] {
        var facts: [Fact] = []
        if let standing = reading.standing(of: option.id) {
            let of = reading.round.options.count { $0.kind.isDisinvestment == option.kind.isDisinvestment }
            let among = option.kind.isDisinvestment ? "services to stop or change" : "proposals"
            facts.append(
                Fact(
                    "Place", .text("\(standing.rank) of \(of)"), note: "among \(among), by what they do for their money"
                ))
            facts.append(
                Fact(
                    "Benefit", .number(standing.benefit, places: 1),
                    note: "in nine trials of ten from \(standing.benefitSpan.low.forReading) to "
                        + standing.benefitSpan.high.forReading))
            let isLost = option.kind.isDisinvestment
            // Of a whole option the benefit is the value, but for its sign.
            if reading.round.benefit == .perPerson {
                facts.append(
                    Fact(
                        isLost ? "Value of what is lost" : "Value", .number(standing.value, places: 1),
                        note: "0 to 100, weighted"))
            }
        }
        if let people = option.people {
            let chance = option.successPercent.map { "it works for \($0) % of them" }
            facts.append(
                Fact(
                    option.kind.isDisinvestment ? "People who lose" : "People who benefit", .count(people), note: chance
                ))
        }
        if !option.whoBenefits.isEmpty { facts.append(Fact("Who", .text(option.whoBenefits))) }
        if let area = option.area { facts.append(Fact("Area", .text(area.inWords))) }
        if let group = option.equityGroup { facts.append(Fact("Equity group", .text(group.inWords))) }
        if option.workforceHundredths != 0 {
            facts.append(
                Fact(
                    option.workforceHundredths < 0 ? "Staff freed" : "Staff needed",
                    .number(abs(Double(option.workforceHundredths)) / 100, places: 1), note: "whole-time equivalents"))
        }
        return facts
    }

    /// What bears on it: interests that left members out, options it needs.
    private func warned(in shell: Shell) -> Html {
        let needs = option.requires.map { reading.name(of: $0, in: shell) }
        let left = reading.round.members.filter { reading.round.excluded($0.id).contains(option.id) }
        var items: [Html] = []
        if !needs.isEmpty { items.append(["It needs, to be funded too: ", .list(needs)]) }
        if !left.isEmpty {
            let who = inList(left.map { "\($0.role) (\($0.id))" }) ?? ""
            items.append(.text("Left out of this option for an interest: \(who)."))
        }
        // What leaving them out did to the answer.
        let did = (reading.explanation?.exclusions ?? []).filter { $0.contains("“\(option.title)”") }
        let interests = reading.interestsTable(of: option.id)
        return .group(
            [items.isEmpty ? .none : .list(items, class: "cautions")]
                + (interests.rows.isEmpty ? [] : [TableView(interests).html(in: shell)])
                + did.map { .paragraph(.sentence($0)) })
    }

    private func costs(in shell: Shell) -> Html {
        let freed = option.freesContracts.map { freed -> Html in
            .text("Frees \(freed.amount.inPounds) of contract \(freed.contract) from \(freed.from.inWords).")
        }
        let needed = option.needsContracts.map { Html.text("Needs contract \($0).") }
        return .group([
            TableView(reading.costsTable(of: option)).html(in: shell),
            freed.isEmpty && needed.isEmpty ? .none : .list(freed + needed),
        ])
    }

    private func evidence(in shell: Shell) -> Html {
        let table = reading.evidenceTable(of: option).changing("digest") { place, cell in
            guard option.evidence.indices.contains(place), let digest = option.evidence[place].digest,
                let route = cited[digest]
            else { return cell }
            return .link(digest.short, path: route.path)
        }
        return TableView(table, empty: "Nothing is cited.").html(in: shell)
    }

    private func part(_ title: Html, id: ElementID, _ table: Table, in shell: Shell) -> Html {
        guard !table.rows.isEmpty else { return .none }
        return .section(heading: 2, title, id: id, [TableView(table).html(in: shell)])
    }

    private func scores(in shell: Shell) -> Html {
        guard reading.round.scoresClosedAt != nil, !reading.round.leaves.isEmpty else {
            return .section(
                heading: 2, "Scores", id: "its-scores",
                [
                    .paragraph(
                        "Scores are shown once all are closed, so that nobody scores after another.", class: "empty")
                ])
        }
        return .section(
            heading: 2, "Scores", id: "its-scores", [TableView(reading.scoresTable(of: option)).html(in: shell)])
    }

    private func assessments(in shell: Shell) -> Html {
        guard option.needsAssessments else { return .none }
        return .section(
            heading: 2, "Papers that the law asks for", id: "its-papers",
            [
                TableView(
                    reading.assessmentsTable(of: option.id),
                    empty: "None is attached yet; without them it cannot be decided."
                ).html(in: shell)
            ])
    }
}
