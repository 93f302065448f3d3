import Priorities
import Tabular
import Vocabulary

extension RoundReading {
    /// Interests and what the chair ruled; those that touch one option, or all.
    func interestsTable(of option: Slug? = nil) -> Table {
        var table = tables.interests
        guard let option else { return table }
        table.rows = zip(round.interests, table.rows).filter { interest, _ in
            let ruling = round.rulings.last { $0.interest == interest.id }
            return interest.options.contains(option) || ruling?.options.contains(option) == true
        }.map(\.1)
        return table
    }

    /// When each stage closed.
    func stagesTable() -> Table {
        var table = Table(
            key: "stages", caption: "What closed when",
            columns: [.init("stage", "Stage"), .init("closed", "When")],
            notes: ["In this order by rule: nobody could fit weights to scores, or criteria to options."])
        let times: [(Stage, Moment?)] = [
            (.anchors, round.anchorsClosedAt), (.weights, round.weightsClosedAt), (.scores, round.scoresClosedAt),
        ]
        table.append([.text("The round was opened"), .text(round.openedAt.inWords)])
        for (stage, closed) in times {
            table.append([
                .text("\(stage.words.uppercasedFirst) closed"), .optional(closed?.inWords, else: "still open"),
            ])
            if stage == .weights, let first = round.firstScoreAt {
                table.append([.text("First score entered"), .text(first.inWords)])
            }
        }
        if let result = round.result { table.append([.text("Answer recorded"), .text(result.at.inWords)]) }
        if let ballot = round.ballot { table.append([.text("Ballot opened"), .text(ballot.openedAt.inWords)]) }
        if let decided = round.decidedAt { table.append([.text("Decision recorded"), .text(decided.inWords)]) }
        return table
    }

    /// How many voted how, option by option; nil until the ballot has closed.
    func ballotTable() -> Table? {
        guard let ballot = round.ballot, let choices = ballot.choices else { return nil }
        var table = shown(tables.ballot)
        table.notes.insert(
            "Held after discussion on \(ballot.discussedOn.inWords); \(counted(choices.count, "member")) voted.", at: 0)
        if round.options.contains(where: \.kind.isDisinvestment) {
            table.notes.append("For a service to stop or change, “fund” is a vote to go ahead with it.")
        }
        return table
    }

    /// What was decided on each option, and why; nil before the decision.
    func decisionTable() -> Table? {
        round.decision == nil ? nil : shown(tables.decision)
    }

    func appealsTable() -> Table {
        var table = Table(
            key: "appeals", caption: "Appeals",
            columns: [
                .init("lodged", "Lodged"), .init("grounds", "Grounds"), .init("outcome", "Outcome"),
                .init("reason", "Reason"), .init("answered", "Answered"),
            ])
        for appeal in round.lodged {
            table.append([
                .day(appeal.lodgedOn), .text(appeal.grounds),
                .optional(appeal.answer.map { $0.isUpheld ? "upheld" : "not upheld" }, else: "not yet answered"),
                .optional(appeal.answer?.reason, else: "not yet answered"),
                .optional(appeal.answer?.answeredOn, else: "not yet answered"),
            ])
        }
        return table
    }
}
