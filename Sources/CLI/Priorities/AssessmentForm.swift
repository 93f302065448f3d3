import Files
import Priorities
import Rulebook
import Vocabulary

/// One of the three documents that the law asks for, as a form to fill in.
struct AssessmentForm {
    let document: Document

    /// - Throws: `Refusal` where the rulebook has no such rule on the day.
    init(_ kind: Assessment.Kind, _ option: Priorities.Option, _ round: Round, _ rulebook: Rulebook, on day: Day)
        throws(Refusal)
    {
        let rule = try rulebook.rule("priorities.gate.\(kind.rawValue)", on: day)
        var blocks: [Document.Block] = [
            .facts([
                .init("Round", round.title), .init("Option", option.title), .init("What is done", option.summary),
                .init("Who is touched", option.whoBenefits), .init("Filled in by (role)", ""), .init("Date", ""),
            ]),
            .paragraph("Asked for by: \(rule.source)."),
            .paragraph("Name no patient. Date it before the decision; those who decide must have seen it."),
        ]
        switch kind {
        case .equalityImpact: blocks += AssessmentForm.equality
        case .qualityImpact: blocks += AssessmentForm.quality
        case .publicInvolvement: blocks += AssessmentForm.involvement
        }
        document = Document(
            title: "\(AssessmentForm.title(kind)): \(option.title)", blocks: blocks, footer: "\(round.id), \(option.id)"
        )
    }

    static func name(_ kind: Assessment.Kind, _ option: Priorities.Option) -> String {
        let ending =
            switch kind {
            case .equalityImpact: "equality"
            case .qualityImpact: "quality"
            case .publicInvolvement: "involvement"
            }
        // A short name has at most 60 characters.
        return "\(Slug(option.id.description.prefix(47)) ?? option.id)-\(ending)"
    }

    static func title(_ kind: Assessment.Kind) -> String {
        switch kind {
        case .equalityImpact: "Equality impact assessment"
        case .qualityImpact: "Quality impact assessment"
        case .publicInvolvement: "Public involvement"
        }
    }

    private static func grid(_ caption: String, _ header: [String], _ rows: [String]) -> Document.Block {
        .table(
            Document.Grid(
                caption: caption, header: header,
                rows: rows.map { [$0] + [String](repeating: "", count: header.count - 1) }))
    }

    /// The nine characteristics of the Equality Act 2010, section 4, and groups that the Act does not name.
    private static let equality: [Document.Block] = [
        .heading("What would change, and for whom", level: 1), .paragraph(""),
        .heading("Effects on people who share a characteristic", level: 1),
        grid(
            "What is expected, and what is done about it",
            ["Characteristic", "Effect", "How it is known", "What is done"],
            [
                "Age", "Disability", "Gender reassignment", "Marriage and civil partnership",
                "Pregnancy and maternity", "Race", "Religion or belief", "Sex", "Sexual orientation",
                "People in the most deprived areas", "Other groups with poor access",
            ]),
        .heading("The three aims", level: 1),
        .bullets([
            "Discrimination, harassment and victimisation are eliminated:",
            "Equality of opportunity is advanced:", "Good relations are fostered:",
        ]),
        .heading("Conclusion, and when it is looked at again", level: 1), .paragraph(""),
    ]

    private static let quality: [Document.Block] = [
        .heading("What would change", level: 1), .paragraph(""), .heading("Risks", level: 1),
        grid(
            "Likelihood and harm from 1 to 5; the score is their product",
            ["Question", "Likelihood", "Harm", "Score", "What is done"],
            [
                "Is anybody less safe?", "Does treatment work less well?", "Is the experience worse?",
                "Is access lost, or slower?", "Are staff or other services strained?",
            ]),
        .heading("How it will be watched, and what would stop it", level: 1), .paragraph(""),
        .heading("Agreed by the medical and nursing leads (roles, dates)", level: 1), .paragraph(""),
    ]

    private static let involvement: [Document.Block] = [
        .heading("Who was asked, how and when", level: 1), .paragraph(""),
        .heading("What people said", level: 1), .paragraph(""),
        .heading("What was changed because of it, and what was not, with reasons", level: 1), .paragraph(""),
        .heading("How those who answered were told the outcome", level: 1), .paragraph(""),
    ]
}
