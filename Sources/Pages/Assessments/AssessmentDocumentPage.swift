public import Assessments
public import Markup
import Tabular
public import Vocabulary

/// A needs assessment as it prints: a version as it was issued, or the draft.
public struct AssessmentDocumentPage: Page {
    public let assessment: Slug
    public let version: IssuedVersion?
    public let text: AssessmentText

    public init(_ assessment: Slug, version: IssuedVersion?, text: AssessmentText) {
        self.assessment = assessment
        self.version = version
        self.text = text
    }

    public var heading: String { text.title }
    public var tabTitle: String { "\(text.title), \(version.map { "version \($0.number)" } ?? "draft")" }
    public var route: Route? { .assessment(.document(assessment, version: version?.number)) }
    public var trail: [(name: String, route: Route)] {
        [("Needs assessments", .assessment(.all)), (text.title, .assessment(.one(assessment)))]
    }
    public var isOfAPosition: Bool { false }
    public var origin: String { "a needs assessment" }

    public func content(in shell: Shell) -> [Html] {
        [
            version == nil ? .paragraph(.strong("Draft: not issued."), class: "warning") : .none,
            .block(blocks(in: shell), class: "record"),
            .paragraph(
                .link(
                    "Take it away as a Word document",
                    to: shell.destination(.assessment(.word(assessment, version: version?.number)))),
                class: "downloads"),
            .paragraph(
                .link(
                    version == nil ? "The draft as JSON" : "The version as JSON, the very bytes that its digest names",
                    to: shell.destination(.assessment(.json(assessment, version: version?.number)))),
                class: "downloads"),
        ]
    }

    /// The text, with the map or the funnel of a figure over its table.
    private func blocks(in shell: Shell) -> [Html] {
        let blocks = TextBlock.html(of: text.blocks, in: shell, showing: nil)
        return blocks.enumerated().flatMap { place, block -> [Html] in
            guard let picture = ShownPicture(text.pictures[place], key: "figure-\(place + 1)") else { return [block] }
            return [picture.html(in: shell), block]
        }
    }
}
