public import Tabular
public import Vocabulary

/// The study of trusts' registers, computed again from its own data.
public struct RegisterSurveyAccount: Sendable {
    public let scores: [(organisation: OrganisationCode, score: RegisterTransparency)]
    /// The points of all.
    public let total: Int
    /// How many scored 0, 1, … 5.
    public let histogram: [Int]
    /// Trusts whose published score is another than the one computed, or is missing.
    public let differing: [OrganisationCode]
    public let figures: [Figure]

    /// A figure as the study prints it, and as its data give it.
    public struct Figure: Hashable, Sendable {
        public let what: String
        public let printed: Int
        public let counted: Int

        public init(what: String, printed: Int, counted: Int) {
            self.what = what
            self.printed = printed
            self.counted = counted
        }

        public var agrees: Bool { printed == counted }
    }

    /// The printed figures beside those counted, with what differs said.
    public var figuresTable: Table {
        var table = Table(
            key: "figures", caption: "Registers of trusts: the figures printed and the figures in the data",
            columns: [
                .init("figure", "Figure"), .init("printed", "Printed"), .init("counted", "In the data"),
                .init("difference", "Difference"),
            ],
            notes: [
                "Source: \(RegisterSurveyPrinted.source), and its data.",
                "\(grouped(total)) points for \(counted(scores.count, "trust", "trusts")).",
            ])
        for figure in figures {
            table.append([
                .text(figure.what), .count(figure.printed), .count(figure.counted),
                .count(figure.counted - figure.printed),
            ])
        }
        return table
    }
}

/// Computes the study's scores and counts again, and holds them against what it published.
public enum RecomputeRegisterSurvey {
    public static func recompute(
        _ replies: [RegisterSurveyReply], against published: [RegisterSurveyScore]
    ) -> RegisterSurveyAccount {
        let scores = replies.map { (organisation: $0.organisation, score: ScoreRegister.score($0.answer)) }
        let held = Dictionary(published.map { ($0.organisation, $0) }, uniquingKeysWith: { first, _ in first })
        let most = RegisterTransparency.Criterion.allCases.count
        let differing = scores.filter { organisation, score in
            guard let other = held[organisation] else { return true }
            return other.points != score.findings.map(\.isMet) || other.total != score.total
        }
        return RegisterSurveyAccount(
            scores: scores, total: scores.reduce(0) { $0 + $1.score.total },
            histogram: (0...most).map { points in scores.count { $0.score.total == points } },
            differing: differing.map(\.organisation), figures: figures(of: replies, scores: scores.map(\.score)))
    }

    private static func figures(
        of replies: [RegisterSurveyReply], scores: [RegisterTransparency]
    ) -> [RegisterSurveyAccount.Figure] {
        let answers = replies.map(\.answer)
        let sent = answers.filter(\.sentRegister)
        func met(_ criterion: RegisterTransparency.Criterion) -> Int {
            scores.count { score in score.findings.contains { $0.criterion == criterion && $0.isMet } }
        }
        let most = RegisterTransparency.Criterion.allCases.count
        let counts: [(String, Int, Int)] = [
            ("Trusts asked", RegisterSurveyPrinted.trusts, answers.count),
            ("Sent a register", RegisterSurveyPrinted.registers, met(.sentRegister)),
            ("Replied late or not at all", RegisterSurveyPrinted.lateOrNoReply, answers.count - met(.respondedOnTime)),
            ("Complete registers", RegisterSurveyPrinted.complete, met(.completeStructure)),
            ("Publicly accessible", RegisterSurveyPrinted.accessible, met(.publiclyAccessible)),
            ("Registers without a value", RegisterSurveyPrinted.withoutValue, sent.count { !$0.givesValues }),
            (
                "Registers without the recipient", RegisterSurveyPrinted.withoutRecipient,
                sent.count { !$0.namesRecipients }
            ),
            (
                "Registers with none of recipient, donor and value", RegisterSurveyPrinted.withNone,
                sent.count { !$0.namesRecipients && !$0.namesDonors && !$0.givesValues }
            ),
            ("Trusts that met all criteria", RegisterSurveyPrinted.scoringAll, scores.count { $0.total == most }),
        ]
        return counts.map { .init(what: $0.0, printed: $0.1, counted: $0.2) }
    }
}
