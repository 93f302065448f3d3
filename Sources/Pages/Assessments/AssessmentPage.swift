public import Assessments
public import Markup
import Tabular
public import Vocabulary

/// One needs assessment as it stands: what to be careful about, its parts, and where each is added to.
public struct AssessmentPage: Page {
    public let assessment: NeedsAssessment
    /// The reader, whose own gaps are marked.
    public let reader: Author
    /// True for whoever keeps it.
    public let isKeeper: Bool

    public init(_ assessment: NeedsAssessment, reader: Author, isKeeper: Bool) {
        self.assessment = assessment
        self.reader = reader
        self.isKeeper = isKeeper
    }

    private var id: Slug { assessment.id }
    public var heading: String { assessment.title }
    public var route: Route? { .assessment(.one(id)) }
    public var trail: [(name: String, route: Route)] { [("Needs assessments", .assessment(.all))] }
    public var isOfAPosition: Bool { false }
    public var origin: String { "a needs assessment" }
    public var subtitle: Html { .paragraph(.name(assessment.question), class: "subtitle") }

    public func content(in shell: Shell) -> [Html] {
        [
            .summaryList([
                .init("About", .name(assessment.area)), .init("Answered for by", .name(assessment.lead)),
                .init("Version", .text(versionInWords)),
            ]),
            .ways(ways, label: "What can be done", in: shell), warnings, conclusions(shell), figures(shell),
            findings(shell), voices(shell), gaps(shell), versions(shell),
        ]
    }

    private var versionInWords: String {
        guard let last = assessment.versions.last else { return "None issued yet" }
        let since = assessment.isChangedSinceIssue ? ". Something has been recorded since" : ""
        return "Version \(last.number), issued on \(last.issuedOn.inWords)\(since)"
    }

    private var ways: [(words: String, route: Route)] {
        var ways: [(words: String, route: Route)] = [
            ("Report a gap", .assessment(.gap(id))),
            ("Read it as a document, to print", .assessment(.document(id, version: nil))),
        ]
        if isKeeper { ways.append(("Issue a version", .assessment(.issue(id)))) }
        return ways
    }

    private var warnings: Html {
        let warnings = WarnOfAssessment.sentences(of: assessment)
        guard !warnings.isEmpty else { return .none }
        return .section(
            heading: 2, "To be careful about", id: "warnings", [.list(warnings.map { .name($0) }, class: "warnings")])
    }

    /// Where a part is added, for whoever keeps the assessment.
    private func way(_ words: String, _ deed: AssessmentDeed, _ shell: Shell) -> Html {
        guard isKeeper else { return .none }
        return .paragraph(.link(.text(words), to: shell.destination(.assessment(deed))))
    }

    private func withdrawing(_ kind: NeedsAssessment.Part.Kind, _ part: Slug, _ shell: Shell) -> Html {
        let part = NeedsAssessment.Part(kind, part)
        guard isKeeper, assessment.withdrawn[part] == nil else { return .none }
        return [
            " ",
            .link(
                .group([.text("Withdraw"), .unseen(" the \(kind.rawValue) \(part.id)")]),
                to: shell.destination(.assessment(.withdraw(id, part)))),
        ]
    }

    private func conclusions(_ shell: Shell) -> Html {
        let items = assessment.standingConclusions.map { conclusion in
            Html.group([
                .strong(.name(conclusion.text)), .text(conclusion.text.hasSuffix(".") ? " Rests on " : ". Rests on "),
                .name(assessment.grounds(of: conclusion)),
                ".",
                withdrawing(.conclusion, conclusion.id, shell),
            ])
        }
        return .section(
            heading: 2, "Conclusions", id: "conclusions",
            [
                items.isEmpty ? .paragraph("Nothing is concluded yet.") : .list(items, isOrdered: true),
                way("Write a conclusion", .conclusion(id), shell),
            ])
    }

    private func figures(_ shell: Shell) -> Html {
        let items = assessment.standingFigures.map { figure in
            Html.group([
                .strong(.name(figure.title)), .text(" (\(figure.kind.title.lowercased()))"),
                figure.period.map { .name(", \($0)") }.orNone, ". ", .name(figure.source), ". ",
                .text("Evidence "), .code(figure.document.short), withdrawing(.figure, figure.id, shell),
            ])
        }
        return .section(
            heading: 2, "Figures", id: "figures",
            [
                items.isEmpty ? .paragraph("No figure is shown yet.") : .list(items),
                way("Show a figure", .figure(id), shell),
            ])
    }

    private func findings(_ shell: Shell) -> Html {
        let items = assessment.standingFindings.map { finding in
            Html.group([
                .strong(.text(finding.rung.words.uppercasedFirst)), .text(": "), .name(finding.said), " (",
                finding.from.map { .name("\($0), ") }.orNone, .name(finding.citation), ")",
                withdrawing(.finding, finding.id, shell),
            ])
        }
        return .section(
            heading: 2, "Evidence, advice and experience", id: "findings",
            [
                items.isEmpty ? .paragraph("Nothing is recorded yet.") : .list(items),
                way("Record evidence, advice or experience", .finding(id), shell),
            ])
    }

    private func voices(_ shell: Shell) -> Html {
        let waiting = assessment.voices.filter { $0.answer == nil || (isKeeper && !$0.isHeard) }
        return .section(
            heading: 2, "Voices", id: "voices",
            [
                TableView(AssessmentTables(assessment).voices.showing(["kind", "asked", "askedOn", "said", "on"]))
                    .html(in: shell),
                isKeeper
                    ? .list(
                        waiting.map { voice in
                            .link(
                                .name("Record what came back from \(voice.asked)"),
                                to: shell.destination(.assessment(.answerVoice(id, voice: voice.id))))
                        }) : .none, way("Ask for a voice", .voice(id), shell),
            ])
    }

    private func gaps(_ shell: Shell) -> Html {
        let own = assessment.gaps.filter { $0.reporter == reader }.count
        let table = AssessmentTables(assessment).gaps { AssessmentDeed.oneGap(id, gap: $0).path }
        return .section(
            heading: 2, "Gaps", id: "gaps",
            [
                own == 0
                    ? .none : .paragraph(.text("You reported \(counted(own, "of these", "of these")).")),
                TableView(
                    table.showing(["gap", "what", "place", "from", "state", "answer"]),
                    listing: Listing(.assessment(.one(id))), empty: "None has been reported."
                ).html(in: shell),
            ])
    }

    private func versions(_ shell: Shell) -> Html {
        guard !assessment.versions.isEmpty else { return .none }
        let table = AssessmentTables(assessment).versions { AssessmentDeed.document(id, version: $0.number).path }
        return .section(heading: 2, "Versions", id: "versions", [TableView(table).html(in: shell)])
    }
}
