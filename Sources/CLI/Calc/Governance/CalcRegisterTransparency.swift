import Governance
import Rulebook
import Vocabulary

/// How open a register of interests is.
enum CalcRegisterTransparency: CalcMethod {
    static let name = "governance.registerTransparency"
    static let title = "Points of a register of interests on five published criteria of transparency."
    static let working = "ScoreRegister"

    static let input = Shape.object([
        .init("respondedOnTime", .flag, "a request was answered within its time"),
        .init("sentRegister", .flag, "a register was given"),
        .init("namesRecipients", .flag, "every entry names who received it", isOptional: true),
        .init("namesDonors", .flag, "every entry names who gave it", isOptional: true),
        .init("givesValues", .flag, "every entry says what it was worth", isOptional: true),
        .init("isPublic", .flag, "anybody can read it without asking", isOptional: true),
        .init("isReusable", .flag, "in a form that a program can read", isOptional: true),
    ])

    static let examples = [
        CalcExample(
            name: "Airedale NHS Foundation Trust: everything but public",
            input: [
                "respondedOnTime": true, "sentRegister": true, "namesRecipients": true, "namesDonors": true,
                "givesValues": true, "isPublic": false, "isReusable": true,
            ],
            expected: ["points": 4], tolerance: 0,
            source: "Feldman and others, BMJ Open 2018;8:e019952, its data: RCF, 4 points")
    ]

    static func answer(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> CalcAnswer {
        let question: RegisterAnswer = try input.json.writtenDocument(named: name, manual: "docs/governance.md")
        let score = ScoreRegister.score(question)
        return CalcAnswer(
            [
                "points": .integer(score.total), "most": .integer(score.findings.count),
                "findings": .list(score.findings.map { JSONValue(encoding: $0) }),
            ], steps: score.findings.map { Working.Step("\($0.criterion.title): \($0.reason)") })
    }
}
