public import Tabular
public import Vocabulary

/// A needs assessment as a text that people read: a page, a Word document or lines are filled from its blocks.
public struct AssessmentText: Sendable {
    public var title: String
    public var blocks: [TextBlock]
    /// What stands over a block that is the table of a figure, by the block's place: see `ShownTable.picture`. A text
    /// without pictures has the tables alone.
    public var pictures: [Int: JSONValue] = [:]
    /// At the foot of each page of a document.
    public var footer: String

    /// - Parameters:
    ///   - assessment: as it stands, or as it stood when the version was issued.
    ///   - version: nil for a draft.
    ///   - tables: the figures' tables by their digests.
    public init(_ assessment: NeedsAssessment, version: IssuedVersion?, tables: [EvidenceID: ShownTable]) {
        title = assessment.title
        let state = version.map { "Version \($0.number), issued on \($0.issuedOn.inWords)" } ?? "Draft, not issued"
        footer = "\(assessment.title). \(state)"
        let writing = AssessmentWriting(assessment: assessment, tables: tables)
        blocks = [.paragraph("Needs assessment. \(state).")]
        if let version { blocks.append(.paragraph("To be cited by its digest \(version.document)")) }
        if let earlier = assessment.versions.last(where: { $0.number < version?.number ?? .max }) {
            blocks.append(
                .paragraph(
                    version == nil
                        ? "The last version issued is version \(earlier.number) of \(earlier.issuedOn.inWords)."
                        : "It supersedes version \(earlier.number) of \(earlier.issuedOn.inWords)."))
        }
        blocks += writing.purpose() + writing.conclusions() + writing.warnings()
        for (block, picture) in writing.figures() {
            if let picture { pictures[blocks.count] = picture }
            blocks.append(block)
        }
        blocks += writing.findings() + writing.voices() + writing.gaps()
    }

    /// The text alone, a line for each block; tables in columns.
    public var plain: String {
        blocks.map { block in
            switch block {
            case .heading(let text, _): "\n\(text)\n"
            case .paragraph(let text): text
            case .bullets(let lines): lines.map { "- \($0)" }.joined(separator: "\n")
            case .table(let table): "\n" + (table.fits(width: 110) ? table.text(width: 110) : table.records(width: 110))
            }
        }.joined(separator: "\n")
    }
}

private struct AssessmentWriting {
    let assessment: NeedsAssessment
    let tables: [EvidenceID: ShownTable]

    func purpose() -> [TextBlock] {
        [
            .heading("The question", level: 1), .paragraph(assessment.question),
            .paragraph("About \(assessment.area). It is answered for by: \(assessment.lead)."),
        ]
    }

    func conclusions() -> [TextBlock] {
        var blocks: [TextBlock] = [.heading("Conclusions", level: 1)]
        let standing = assessment.standingConclusions
        if standing.isEmpty { blocks.append(.paragraph("Nothing is concluded yet.")) }
        let warnings = WarnOfAssessment.warnings(of: assessment)
        for (number, conclusion) in standing.enumerated() {
            blocks.append(.paragraph("\(number + 1). \(conclusion.text)"))
            var lines = ["Rests on \(assessment.grounds(of: conclusion))."]
            lines += warnings.filter { $0.conclusion == conclusion.id }.map { "Careful: \($0.sentence)" }
            blocks.append(.bullets(lines))
        }
        return blocks
    }

    func warnings() -> [TextBlock] {
        let lines = WarnOfAssessment.sentences(of: assessment)
        guard !lines.isEmpty else { return [] }
        return [.heading("To be careful about", level: 1), .bullets(lines)]
    }

    /// Each block with the picture that stands over it.
    func figures() -> [(TextBlock, JSONValue?)] {
        ShownFigure.Kind.allCases.flatMap { kind -> [(TextBlock, JSONValue?)] in
            let figures = assessment.standingFigures.filter { $0.kind == kind }
            guard !figures.isEmpty else { return [] }
            return [(.heading(kind.title, level: 1), nil)]
                + figures.flatMap { figure in
                    self.figure(figure).map { block in
                        if case .table = block { (block, tables[figure.document]?.picture) } else { (block, nil) }
                    }
                }
        }
    }

    private func figure(_ figure: ShownFigure) -> [TextBlock] {
        var blocks: [TextBlock] = figure.note.map { [.paragraph($0)] } ?? []
        let period = figure.period ?? tables[figure.document]?.period
        let caption = [figure.title, period].compactMap(\.self).joined(separator: ", ")
        if let table = tables[figure.document] {
            blocks.append(.table(table.table(key: figure.id.description, caption: caption)))
        } else {
            blocks.append(.paragraph("\(caption): the table is not held here."))
        }
        blocks.append(.paragraph("Source: \(figure.source). Evidence \(figure.document.short)."))
        let files = tables[figure.document]?.sources ?? []
        if !files.isEmpty { blocks.append(.paragraph("Worked out from \(files.joined(separator: "; ")).")) }
        return blocks
    }

    func findings() -> [TextBlock] {
        let standing = assessment.standingFindings
        var blocks: [TextBlock] = [.heading("Evidence, advice and experience", level: 1)]
        if standing.isEmpty { blocks.append(.paragraph("Nothing is recorded.")) }
        for rung in EvidenceRung.allCases {
            let found = standing.filter { $0.rung == rung }
            guard !found.isEmpty else { continue }
            blocks.append(.heading(rung.words.prefix(1).uppercased() + rung.words.dropFirst(), level: 2))
            blocks.append(
                .bullets(
                    found.map { finding in
                        let from = finding.from.map { "\($0): " } ?? ""
                        let theme = finding.theme.map { " Theme: \($0)." } ?? ""
                        return "\(from)\(finding.said) (\(finding.citation))\(theme)"
                    }))
        }
        return blocks
    }

    func voices() -> [TextBlock] {
        var table = AssessmentTables(assessment).voices
        table.dropFirstColumn()
        return [.heading("Voices", level: 1), .table(table)]
    }

    func gaps() -> [TextBlock] {
        let blocks: [TextBlock] = [.heading("Gaps reported", level: 1)]
        guard !assessment.gaps.isEmpty else { return blocks + [.paragraph("None was reported.")] }
        return blocks + [.table(AssessmentTables(assessment).gaps())]
    }
}

extension Table {
    /// Short names are for those who record, not for those who read.
    fileprivate mutating func dropFirstColumn() {
        columns.removeFirst()
        rows = rows.map { Array($0.dropFirst()) }
    }
}
