import Tabular
public import Vocabulary

/// The letter that tells a contractor how the first half of its year went, with its workings.
public enum MidYearLetter {
    /// - Throws: a refusal where the position is held out or was not reviewed.
    public static func letter(
        for position: Position, on date: Day, _ context: TableContext
    ) throws(Refusal) -> Letter {
        try LetterParts.refuseHeldOut(position)
        guard let review = position.midYear else {
            throw Refusal(
                .rule, code: "not-reviewed",
                "Contract \(position.contract) has no mid-year review for \(position.year) by \(position.dataTo.inWords).",
                remedy: "Ask for a month after the day of the review, in a year that has one.")
        }
        var table = LetterParts.table("Your mid-year position, \(position.year)", context)
        LetterParts.append(&table, position, delivered: review.delivered)
        table.append([.text("Result"), .text(review.band.title)])
        if review.planMayBeRequired {
            table.append([.text("Most that may be withheld"), .money(review.mostWithheld)])
        }
        let reviewBy = review.rules.reviewBy.map { " The review is due by \($0.inWords)." } ?? ""
        return Letter(
            contract: position.contract, addressee: position.providerName, sender: position.commissionerName,
            date: date, subject: "Mid-year \(position.year)",
            blocks: [
                .heading("Mid-year position for \(position.year)"),
                .paragraph(
                    "This letter sets out the position of contract \(position.contract) at "
                        + "\(review.rules.by.inWords).\(reviewBy)"),
                .table(table), .heading("How it was worked out"), .list(review.steps.map(LetterParts.sentence)),
                .paragraph(
                    review.planMayBeRequired
                        ? "Please send a written plan that shows how the contracted activity will be delivered by "
                            + "\(position.year.lastDay.inWords)."
                        : "No action is needed."), .paragraph(LetterParts.challenge),
            ])
    }
}
