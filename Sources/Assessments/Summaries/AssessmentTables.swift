public import Tabular
public import Vocabulary

/// The parts of a needs assessment as tables: for the terminal, pages, files and programs.
public struct AssessmentTables: Sendable {
    public let assessment: NeedsAssessment

    public init(_ assessment: NeedsAssessment) { self.assessment = assessment }

    /// Assessments in the order given, with what is new in each.
    ///
    /// - Parameter path: where each is read.
    public static func list(
        _ assessments: [NeedsAssessment], path: (NeedsAssessment) -> String? = { _ in nil }
    ) -> Table {
        var table = Table(
            key: "assessments", caption: "Needs assessments",
            columns: [
                .init("assessment", "Assessment"), .init("title", "Title"), .init("area", "Area"),
                .init("conclusions", "Conclusions"), .init("gapsWaiting", "Gaps waiting"),
                .init("warnings", "Warnings"), .init("version", "Version"), .init("issuedOn", "Issued on"),
            ])
        for assessment in assessments {
            let version = assessment.versions.last
            table.append([
                .text(assessment.id.description),
                path(assessment).map { .link(assessment.title, path: $0) } ?? .text(assessment.title),
                .text(assessment.area), .count(assessment.standingConclusions.count),
                .count(assessment.waitingGaps.count),
                .count(WarnOfAssessment.warnings(of: assessment).count),
                version.map { .count($0.number) } ?? .absent("none issued"),
                .optional(version?.issuedOn, else: "none issued"),
            ])
        }
        return table
    }

    /// What was recorded as figures, also what was withdrawn.
    public var figures: Table {
        var table = Table(
            key: "figures", caption: "Figures",
            columns: [
                .init("figure", "Figure"), .init("kind", "Kind"), .init("title", "Title"), .init("period", "Period"),
                .init("theme", "Theme"), .init("source", "Source"), .init("document", "Digest"),
                .init("state", "State"),
            ])
        for figure in assessment.figures {
            table.append([
                .text(figure.id.description), .text(figure.kind.title), .text(figure.title),
                .optional(figure.period, else: "not said"), .optional(figure.theme, else: "none"),
                .text(figure.source), .text(figure.document.description), state(.figure, figure.id),
            ])
        }
        return table
    }

    public var findings: Table {
        var table = Table(
            key: "findings", caption: "Evidence, advice and experience",
            columns: [
                .init("finding", "Finding"), .init("theme", "Theme"), .init("said", "What it says"),
                .init("rung", "Rung"), .init("from", "From"), .init("citation", "Where it can be read"),
                .init("state", "State"),
            ],
            notes: [
                "The ladder, the strongest first: \(EvidenceRung.allCases.map(\.words).joined(separator: ", "))."
            ])
        for finding in assessment.findings {
            table.append([
                .text(finding.id.description), .optional(finding.theme, else: "none"), .text(finding.said),
                .text(finding.rung.words), .optional(finding.from, else: "a publication"), .text(finding.citation),
                state(.finding, finding.id),
            ])
        }
        return table
    }

    /// Every kind of voice stands in it, also one that nobody asked for.
    public var voices: Table {
        var table = Table(
            key: "voices", caption: "Voices that were asked for",
            columns: [
                .init("voice", "Voice"), .init("kind", "Kind"), .init("asked", "Who was asked"),
                .init("askedOn", "Asked on"), .init("said", "What came back"), .init("on", "On"),
            ])
        for kind in Voice.Kind.allCases {
            let asked = assessment.voices.filter { $0.kind == kind }
            for voice in asked {
                let said: Cell =
                    switch voice.answer {
                    case nil: .absent("nothing yet")
                    case .some(let answer): .text(answer.said ?? "Nothing came back.")
                    }
                table.append([
                    .text(voice.id.description), .text(kind.words), .text(voice.asked), .day(voice.askedOn), said,
                    .optional(voice.answer?.on, else: "waits"),
                ])
            }
            if asked.isEmpty {
                table.append([
                    .absent("none"), .text(kind.words), .text("Nobody was asked"), .absent("none"), .absent("none"),
                    .absent("none"),
                ])
            }
        }
        return table
    }

    /// - Parameters:
    ///   - reporter: only what this person reported; nil for all.
    ///   - path: where each gap is read.
    public func gaps(reportedBy reporter: Author? = nil, path: (Slug) -> String? = { _ in nil }) -> Table {
        var table = Table(
            key: "gaps", caption: reporter == nil ? "Gaps reported" : "Gaps that you reported",
            columns: [
                .init("gap", "Gap"), .init("what", "What is missing"), .init("place", "Where"), .init("from", "From"),
                .init("theme", "Theme"), .init("reportedOn", "Reported on"), .init("state", "State"),
                .init("outcome", "Found to be"), .init("answer", "Answer"),
            ])
        for held in assessment.gaps where reporter == nil || held.reporter == reporter {
            let gap = held.gap
            // What was merged is answered where it went.
            let standing = assessment.standing(gap.id) ?? held
            table.append([
                path(gap.id).map { .link(gap.id.description, path: $0) } ?? .text(gap.id.description), .text(gap.what),
                .text(gap.place), .text(gap.from), .optional(held.theme, else: "none"),
                .day(held.reportedAt.inLondon.day),
                .text(held.merged.map { "Merged into “\($0.into)”" } ?? held.state.title),
                .optional(standing.triage?.outcome.title, else: "not looked at"),
                .optional(standing.answer?.text, else: "none yet"),
            ])
        }
        return table
    }

    public var conclusions: Table {
        var table = Table(
            key: "conclusions", caption: "Conclusions",
            columns: [
                .init("conclusion", "Conclusion"), .init("text", "What is concluded"), .init("rests", "Rests on"),
                .init("strongest", "At best"), .init("state", "State"),
            ])
        for conclusion in assessment.conclusions {
            table.append([
                .text(conclusion.id.description), .text(conclusion.text), .text(assessment.grounds(of: conclusion)),
                .optional(WarnOfAssessment.strongest(of: conclusion, in: assessment)?.words, else: "nothing"),
                state(.conclusion, conclusion.id),
            ])
        }
        return table
    }

    public var warnings: Table {
        var table = Table(
            key: "warnings", caption: "To be careful about",
            columns: [
                .init("code", "Code"), .init("conclusion", "Conclusion"), .init("warning", "Warning"),
            ])
        for warning in WarnOfAssessment.warnings(of: assessment) {
            table.append([
                .text(warning.code.rawValue), .optional(warning.conclusion?.description, else: "the whole"),
                .text(warning.sentence),
            ])
        }
        return table
    }

    /// - Parameter path: where each is read.
    public func versions(path: (IssuedVersion) -> String? = { _ in nil }) -> Table {
        var table = Table(
            key: "versions", caption: "Versions issued",
            columns: [
                .init("version", "Version"), .init("issuedOn", "Issued on"), .init("document", "Digest"),
            ], notes: ["An option in a priority round cites a version by its digest."])
        for version in assessment.versions.reversed() {
            table.append([
                path(version).map { .link("Version \(version.number)", path: $0) } ?? .count(version.number),
                .day(version.issuedOn), .text(version.document.description),
            ])
        }
        return table
    }

    /// Every part, the warnings first.
    public var all: [Table] { [warnings, conclusions, figures, findings, voices, gaps(), versions()] }

    private func state(_ kind: NeedsAssessment.Part.Kind, _ id: Slug) -> Cell {
        let gone = assessment.withdrawn[.init(kind, id)]
        return .text(gone.map { "Withdrawn on \($0.at.inLondon.day.inWords): \($0.reason)" } ?? "Stands")
    }
}

extension NeedsAssessment {
    /// What a conclusion rests on, in words: `Figure: Decay at five. Finding (systematic evidence): Varnish halves decay.`
    public func grounds(of conclusion: Conclusion) -> String {
        var grounds = conclusion.figures.map { "figure “\(figure($0)?.title ?? $0.description)”" }
        grounds += conclusion.findings.map { id in
            "\(finding(id)?.rung.words ?? "finding") “\(finding(id)?.citation ?? id.description)”"
        }
        grounds += conclusion.voices.map { id in
            "\(voice(id)?.kind.words ?? "voice") of “\(voice(id)?.asked ?? id.description)”"
        }
        grounds += conclusion.gaps.map { id in
            "gap “\(id)” reported by \(gap(id)?.gap.from ?? "somebody")"
        }
        return grounds.joined(separator: "; ")
    }
}
