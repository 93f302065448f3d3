import Tabular
public import Vocabulary

/// The letter that tells a contractor how its year ended, with its workings.
public enum YearEndLetter {
    /// - Throws: a refusal where the position is held out or its year is not judged.
    public static func letter(
        for position: Position, on date: Day, _ context: TableContext
    ) throws(Refusal) -> Letter {
        try LetterParts.refuseHeldOut(position)
        guard let outcome = position.yearEnd, outcome.band != .notJudged else {
            throw Refusal(
                .rule, code: "year-not-judged",
                "Contract \(position.contract) has no year-end judgement for \(position.year).",
                remedy: "A year is judged in March, where it has a threshold and the contract did not close.")
        }
        var table = LetterParts.table("Your year-end position, \(position.year)", context)
        LetterParts.append(&table, position, delivered: position.delivered)
        table.append([.text("Result"), .text(outcome.band.title)])
        table.append([.text("Money to be recovered"), .money(outcome.recovery)])
        table.append([.text("UDAs carried into \(position.year.next)"), .units(outcome.carriedForward)])
        if outcome.overDeliveryPayment > .zero {
            table.append([.text("Agreed over-delivery to be paid"), .money(outcome.overDeliveryPayment)])
        }
        if outcome.unpaidExcess > .zero {
            table.append([.text("UDAs above the limit, not paid"), .units(outcome.unpaidExcess)])
        }
        return Letter(
            contract: position.contract, addressee: position.providerName, sender: position.commissionerName,
            date: date, subject: "Year end \(position.year)",
            blocks: [
                .heading("Year-end position for \(position.year)"),
                .paragraph(
                    "This letter sets out the position of contract \(position.contract) at the end of "
                        + "\(position.year.lastDay.inWords)."),
                .table(table), .heading("How it was worked out"), .list(position.steps.map(LetterParts.sentence)),
                .paragraph(LetterParts.challenge),
            ])
    }
}
